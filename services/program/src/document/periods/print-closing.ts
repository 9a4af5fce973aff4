import { type Plain, withoutEmpty } from "../notation/index.js";
import type { Closing } from "./closing.js";

export function printClosing({ period, afterDays, late, since }: Closing): Plain {
  return withoutEmpty({ period, after: `${afterDays} days`, late, since });
}
