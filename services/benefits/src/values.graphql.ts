import { pageArgsType } from "@tiergraph/kit/paging/page-args.graphql";
import { authorizedBy } from "@tiergraph/kit/subgraph/authorized.graphql";
import {
  dateRangeType,
  jobQueueType,
  keptDigestType,
  moneyType,
  orderDirectionType,
  pageInfoType,
  refusalTypes,
  userErrorType,
} from "@tiergraph/kit/values/types.graphql";
import type { Permission } from "./policy.js";

// This service's own classes of the shared value types; see the kit on why each service has its own.
export const Money = moneyType();
export type Money = InstanceType<typeof Money>;
export const PageInfo = pageInfoType();
export const PageArgs = pageArgsType();
export type PageArgs = InstanceType<typeof PageArgs>;
export const DateRange = dateRangeType();
export const OrderDirection = orderDirectionType();
export const { DeadJob, JobQueue } = jobQueueType();
export type JobQueue = InstanceType<typeof JobQueue>;
export const KeptDigest = keptDigestType();
export type KeptDigest = InstanceType<typeof KeptDigest>;

const UserError = userErrorType();
/** `<name>UserError`, with the refusals of one table. */
export const refusalType = refusalTypes(UserError);

export const Authorized = authorizedBy<Permission>();
