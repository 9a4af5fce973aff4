import { listBy, putBy } from "@tiergraph/kit/database/table-statements";
import { benefitUseTable } from "./benefit-use.entity.js";

export const listUse = listBy("benefit-use.list", benefitUseTable, "partnerId");

/** Keeps how much of a benefit is used; the table refuses more than there is. */
export const putUse = putBy("benefit-use.put", benefitUseTable);
