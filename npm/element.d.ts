/** What to show: the check with its result and then the plan builder, or one of them alone. */
export type View = "all" | "quiz" | "plan" | "drill";
export type Theme = "auto" | "light" | "dark";
/** In the page itself, in an open shadow root, or in a frame. */
export type Mode = "inline" | "iframe";
/** When to start: shortly before the element comes into view, or at once. */
export type Loading = "lazy" | "eager";
/** Where to keep answers and plans: for good, as long as the tab is open, or not at all. */
export type Storage = "local" | "session" | "none";
/** The level of the first heading. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

/** The six stages: Situation, Objectives, Choices, Tactics, Action, Control. */
export type Stage = "SIT" | "OBJ" | "CHO" | "TAC" | "ACT" | "CON";
/** How much of a stage is in place. */
export type InPlace = "not-yet" | "partly" | "mostly";
/** A description that the answers fit. */
export type Reading = "starting-out" | "busy" | "on-paper" | "aligned";

export interface ReadyDetail {
  version: string;
  view: View;
  /** The language that is in view, as a tag. */
  lang: string;
}

export interface StartDetail {
  /** The id of the pack of questions. */
  pack: string;
  packVersion: string;
}

export interface StepDetail {
  /** The number of the question in view, from 1. */
  index: number;
  total: number;
}

export interface CompleteDetail {
  pack: string;
  packVersion: string;
  /** Direction, 0 to 100: is it settled what is wanted, for whom, why you, and what is left out; null with too few answers. */
  strategy: number | null;
  /** Work, 0 to 100: does it get done; null with too few answers. */
  tactics: number | null;
  /** The descriptions that the band of uncertainty touches; none with too few answers. */
  reading: Reading[];
  /** How far the tactics that are in use are tied to the rest. */
  tie: InPlace | null;
  stages: Record<Stage, InPlace | null>;
  /** The ids of the patterns worth a second look. */
  flags: string[];
  /** What to do first: a question of a stage, or, where all is in place, the next review. */
  first: { stage: Stage; item: string | null } | null;
}

export interface PlanChangeDetail {
  /** Counts the changes. */
  rev: number;
  /** How many findings the plan checker has, by how much they matter; none until it has gone through the plan. */
  findings: { error: number; warning: number; hint: number };
}

export interface ExportDetail {
  /** What was taken away: `json`, `markdown`, `csv`, `ics`, `docx`, `print`, `svg`, `png`, `link` or `code`. */
  format: string;
}

export interface StorageDetail {
  /** Where things are kept: in this browser, in this tab, or nowhere. */
  tier: "local" | "session" | "memory";
}

export interface ErrorDetail {
  code: string;
  /** A sentence: from the app in the visitor's language, in English where the app could not be had. */
  message: string;
}

/** The events of the element, which bubble and cross shadow roots. None carries an answer, or anything that a person typed. */
export interface StrategyFirstEventMap {
  "sf-ready": CustomEvent<ReadyDetail>;
  "sf-start": CustomEvent<StartDetail>;
  "sf-step": CustomEvent<StepDetail>;
  "sf-complete": CustomEvent<CompleteDetail>;
  "sf-plan-change": CustomEvent<PlanChangeDetail>;
  "sf-export": CustomEvent<ExportDetail>;
  "sf-reset": CustomEvent<null>;
  "sf-storage": CustomEvent<StorageDetail>;
  "sf-error": CustomEvent<ErrorDetail>;
}

/** What stands in a file of everything: all plans, all results, the check under way (`dist/schema/backup.schema.json`). */
export interface Backup {
  format: "strategy-first/backup";
  version: number;
  [field: string]: unknown;
}

/** Any file of the four formats, read as JSON. */
export interface StateFile {
  format: `strategy-first/${"plan" | "result" | "pack" | "backup"}`;
  version: number;
  [field: string]: unknown;
}

/** The element `<strategy-first>`. Its properties mirror its attributes, and both take effect at once. */
export declare class StrategyFirst extends HTMLElement {
  view: View;
  /** `full`, `quick`, or the address of a file with questions of your own. */
  pack: string;
  theme: Theme;
  mode: Mode;
  loading: Loading;
  storage: Storage;
  /** Keeps two widgets on one site apart. */
  storageKey: string;
  headingLevel: HeadingLevel;
  /** Your own link on the result: http, https or mailto. */
  ctaHref: string;
  ctaLabel: string;
  /** The address of the folder with the widget's files. */
  base: string;

  /** Starts over: what is kept under this element's `storage-key` is gone. */
  reset(): Promise<void>;
  /** Everything that is kept under this element's `storage-key`. */
  exportState(): Promise<Backup>;
  /** Takes up a file; rejects with an `Error` that says why where it can't, and then nothing has changed. */
  importState(state: StateFile): Promise<void>;
  print(): Promise<void>;
}

/** Registers the element as `<strategy-first>`, or as `name`, unless that is there already. */
export declare function define(name?: string): void;

declare global {
  interface HTMLElementTagNameMap {
    "strategy-first": StrategyFirst;
  }
  // Documents, windows and elements, which the events reach as they bubble.
  interface GlobalEventHandlersEventMap extends StrategyFirstEventMap {}
}
