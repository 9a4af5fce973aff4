import { Arg, Args, Ctx, Int, Query, Resolver } from "type-graphql";
import type { ServiceName } from "../database/provision.js";
import type { Page } from "../paging/page.js";
import { authorizedBy } from "../subgraph/authorized.graphql.js";
import type { RequestContext } from "../subgraph/request-context.js";
import type { AuditReads, AuditWanted } from "./audit.reads.js";
import { type AuditTypeParts, auditTypes } from "./audit-types.graphql.js";

type Context = RequestContext<AuditReads>;
const Authorized = authorizedBy<"read the audit log" | "verify the audit log">();
/** `<service>AuditLog` and `<service>AuditSeals`, for the one service whose types are given. */
export function auditResolver(service: ServiceName, parts: AuditTypeParts) {
  const { AuditEntryConnection, AuditVerification, AuditArgs } = auditTypes(parts);

  @Resolver()
  class AuditResolver {
    @Authorized("read the audit log")
    @Query(() => AuditEntryConnection, {
      name: `${service}AuditLog`,
      nullable: true,
      description: `What was asked of \`${service}\` to change, by whom, and how it ended: refused and failed too. The last first.`,
    })
    auditLog(@Args(() => AuditArgs) args: AuditWanted, @Ctx() { load }: Context): Promise<Page<object>> {
      return load.auditLog(args);
    }

    @Authorized("verify the audit log")
    @Query(() => AuditVerification, {
      name: `verify${service.replace(/^./, (letter) => letter.toUpperCase())}Audit`,
      nullable: true,
      description: `Compares ten seals of the audit log of \`${service}\` with the entries that they hold.`,
    })
    verifyAudit(
      @Arg("after", () => Int, { defaultValue: 0, description: "`next` of the page before; 0 for the first." })
      after: number,
      @Ctx() { load }: Context,
    ): ReturnType<AuditReads["verifyAudit"]> {
      return load.verifyAudit(Math.max(0, after));
    }
  }
  return AuditResolver;
}
