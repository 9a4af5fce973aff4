import type { Rational } from "../../exact/index.js";

/** Countries or regions in which thresholds that are `scale-by: market` are multiplied by a factor. */
export interface Market {
  readonly name: string;
  readonly title: string;
  readonly factor: Rational;
  readonly regions: readonly string[];
  readonly countries: readonly string[];
  readonly why: string;
}
