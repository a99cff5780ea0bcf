// The app with one-time codes that a person has in the telephone.

import { createHmac } from "node:crypto";
import { setTimeout } from "node:timers/promises";

const STEP = 30_000;

/** Somebody's telephone, connected by the secret that the page shows. */
export class Telephone {
  #last = 0;

  constructor(secret) {
    this.secret = secret;
  }

  /** The next code that has not been used: of this half minute, the one after, or when that one has come. */
  async next() {
    const step = Math.max(Math.floor(Date.now() / STEP), this.#last + 1);
    await setTimeout(Math.max(0, (step - 1) * STEP - Date.now())); // a code is good half a minute too early
    this.#last = step;
    return code(this.secret, step);
  }

  /** The last code once more. */
  again() {
    return code(this.secret, this.#last);
  }
}

/** The six digits (RFC 6238, SHA-1) of a secret in Base32 in half minute number `step`. */
export function code(secret, step) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", bytes(secret)).update(counter).digest();
  const at = mac[19] & 0x0f;
  return `${(mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000}`.padStart(6, "0");
}

function bytes(base32) {
  const letters = [...base32.replace(/[\s=]/g, "")].map((it) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(it));
  const bits = letters.map((it) => it.toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((it) => parseInt(it, 2)));
}
