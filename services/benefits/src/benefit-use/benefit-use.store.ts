import { listByIds } from "@tiergraph/kit/database/table-reads";
import { putOne } from "@tiergraph/kit/database/table-writes";
import { benefitUseTable } from "./benefit-use.entity.js";

export const listUse = listByIds("benefit-use.list", benefitUseTable, "partnerId");

/** Keeps how much of a benefit is used; the table refuses more than there is. */
export const putUse = putOne("benefit-use.put", benefitUseTable);
