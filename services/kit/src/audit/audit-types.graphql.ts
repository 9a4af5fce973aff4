import type { ClassType } from "type-graphql";
import type { PageInfo } from "../paging/page.js";
import { MAX_IN_FILTER } from "../paging/read-filter.js";
import { argsType, field, inputType, objectType } from "../values/declared-type.graphql.js";
import { graphEnum } from "../values/graph-enum.graphql.js";
import { connectionType } from "../values/types.graphql.js";
import { AUDIT_OUTCOMES, type AuditOutcome } from "./audit.entity.js";

const SHARED = { directives: ["@shareable"] };

export interface AuditTypeParts {
  readonly PageInfo: ClassType<PageInfo>;
  // Its fields are those of every list.
  readonly PageArgs: { readonly fields: Parameters<typeof argsType>[0] };
}

/** The types of an audit log, for one service. */
export function auditTypes({ PageInfo, PageArgs }: AuditTypeParts) {
  const Outcome = outcomeType();
  const AuditEntry = entryType(Outcome);
  const AuditFilter = filterType(Outcome);
  return {
    AuditEntryConnection: connectionType("AuditEntry", () => AuditEntry, PageInfo, "A page of an audit log.", SHARED),
    AuditVerification: verificationType(),
    AuditArgs: argsType({
      ...PageArgs.fields,
      filter: field.of(() => AuditFilter, "All if left out.").nullable(),
    }),
  };
}

const outcomeType = () =>
  graphEnum("AuditOutcome", [...AUDIT_OUTCOMES], {
    description: "How it ended.",
    valuesConfig: {
      DONE: { description: "It was done, or, of a batch, each line was answered." },
      REFUSED: { description: "It was refused, and nothing was changed." },
      FAILED: { description: "It failed, and nothing was changed." },
    },
  });

const entryType = (Outcome: ReturnType<typeof outcomeType>) =>
  objectType(
    "AuditEntry",
    "Something that was asked to be changed.",
    {
      id: field.id(),
      recordedAt: field.dateTime("When it was recorded."),
      requestId: field.string("Of the request, by which the logs know it."),
      role: field.string("The role of who asked."),
      subject: field.string("Who asked: the token's subject."),
      address: field.string("Of the client, as the gateway saw it; a proxy's where one stands between.").nullable(),
      action: field.string("What was asked, for example `redeemRewards`."),
      outcome: field.of(() => Outcome, "How it ended.").as<AuditOutcome>(),
      code: field.string("Why it was refused or failed; null where it was done.").nullable(),
      partnerId: field.id("The one partner that it was about; null for several or none.").nullable(),
      objectId: field.id("The one object that it was about; null for several or none.").nullable(),
      input: field.string(
        "What was given, as JSON: without names, addresses, notes and files; ten items of a list, and texts of up to 200 characters.",
      ),
    },
    SHARED,
  );

function verificationType() {
  const AuditFault = objectType(
    "AuditFault",
    "A seal that does not hold what it was made of: an entry was changed, removed or added.",
    {
      seal: field.int("Its place among the seals, from 1 on."),
      expected: field.string("What the seal says."),
      found: field.string("What is there."),
    },
    SHARED,
  );
  return objectType(
    "AuditVerification",
    "Seals of an audit log that were compared with their entries.",
    {
      seals: field.int("Seals that were compared."),
      entries: field.int("Entries that they hold."),
      unsealed: field.int(
        "Entries that no seal holds yet, since they are younger than some two minutes; 0 before the end.",
      ),
      faults: field.of(() => AuditFault, "Empty where all agree.").list(),
      next: field.int("Pass as `after` to go on; null at the end.").nullable(),
    },
    SHARED,
  );
}

function filterType(Outcome: ReturnType<typeof outcomeType>) {
  const values = (what: string) => field.string(`${what} At most ${MAX_IN_FILTER}.`).list().nullable();
  return inputType(
    "AuditFilter",
    "Only entries that match all of these; what is left out asks nothing, and an empty list matches none.",
    {
      partnerIds: field.id(`About one of these partners. At most ${MAX_IN_FILTER}.`).list().nullable(),
      subjects: values("By one of these subjects."),
      objectIds: field.id(`About one of these objects. At most ${MAX_IN_FILTER}.`).list().nullable(),
      actions: values("One of these actions."),
      outcomes: field
        .of(() => Outcome, "With one of these outcomes.")
        .list()
        .nullable(),
      from: field.date("The first day, in UTC.").nullable(),
      until: field.date("The first day after, in UTC.").nullable(),
    },
  );
}
