import { type Plain, printPercent, withoutEmpty } from "../notation/index.js";
import type { Market } from "./market.js";

export function printMarket({ title, factor, regions, countries, why }: Market): Plain {
  return withoutEmpty({ title, factor: printPercent(factor), regions, countries, why });
}
