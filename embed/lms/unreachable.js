/** Why a learning system can't be had: it is `missing`, it is `failing`, or what it was opened for is `over`. */
export class Unreachable extends Error {
  constructor(why) {
    super(`strategy-first: the learning system is ${why}`);
    this.why = why;
  }
}
