// What a page loads: `<script type="module" src=".../embed.js"></script>`.
import { define } from "./element.js";

export { StrategyFirst, define } from "./element.js";
define();
