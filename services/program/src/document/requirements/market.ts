import type { Rational } from "../../exact/index.js";

/** Countries or regions whose factor multiplies thresholds with `scale-by: market`. */
export interface Market {
  readonly name: string;
  readonly title: string;
  readonly factor: Rational;
  readonly regions: readonly string[];
  readonly countries: readonly string[];
  readonly why: string;
}
