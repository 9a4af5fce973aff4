import { z } from "zod";

// The events that services publish to each other. Each event says what happened and carries the state that its readers
// need, so that no service reads another's tables; none is a command. A change that a reader of the version before
// could not read is a new version of the event, published beside the old one until no job of the old one is left.

const uuid = z.uuid();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const moment = z.iso.datetime();
/** Minor units as text, since JSON has no 64-bit integers. */
const minor = z.string().regex(/^-?\d+$/);
/** An exact number as the engine writes it: `12.5` or `15/7`. */
const exact = z.string();

const event = <Name extends string, Body extends z.ZodRawShape>(name: Name, body: Body) =>
  z.object({ name: z.literal(name), version: z.literal(1), id: uuid, at: moment, ...body });

/** partners -> metrics, benefits, enablement: partners joined, or what the others need to know of them changed. */
export const PartnersChanged = event("PartnersChanged", {
  partners: z.array(
    z.object({
      partnerId: uuid,
      tracks: z.array(z.string()),
      region: z.string().nullable(),
      country: z.string().nullable().optional(),
    }),
  ),
});

/** partners -> enablement: people of partners joined. No personal data crosses. */
export const PeopleChanged = event("PeopleChanged", {
  people: z.array(z.object({ partnerId: uuid, personId: uuid, role: z.string().nullable() })),
});

/** partners -> enablement: a person left a partner, and works for another from a day on. */
export const PersonMoved = event("PersonMoved", {
  from: z.object({ partnerId: uuid, personId: uuid }),
  to: z.object({ partnerId: uuid, personId: uuid, role: z.string().nullable() }),
  on: day,
});

/** partners -> metrics, benefits, enablement: this version is in force; each reads its own part of the document. */
export const ProgramPublished = event("ProgramPublished", {
  program: z.string(),
  programVersion: z.string(),
  /** Rises by one with each publication. */
  sequence: z.number().int().positive(),
  source: z.string(),
  /** The first day that it judges, which may be over. Left out by the version before. */
  effectiveOn: day.optional(),
});

/** benefits -> benefits: a version judges days that are over; what these partners earned on them is settled anew. */
export const RewardsBackdated = event("RewardsBackdated", { from: day, partnerIds: z.array(uuid) });

/** benefits -> benefits: a version was published; what these partners are entitled to follows it from a day on. */
export const EntitlementsOutdated = event("EntitlementsOutdated", { since: day, partnerIds: z.array(uuid) });

/** benefits -> benefits, by an upgrade: customers are known by other keys; what follows from them is judged anew for these partners. */
export const CustomersRekeyed = event("CustomersRekeyed", { partnerIds: z.array(uuid) });

/** benefits -> metrics: registrations of deals that count as facts from a day on, or were withdrawn. */
export const RegistrationsChanged = event("RegistrationsChanged", {
  registrations: z.array(
    z.object({
      partnerId: uuid,
      registrationId: uuid,
      /** The day from which it counts, or counted. Of one that was withdrawn, the version before said when. */
      on: day,
      customer: z.string(),
      domain: z.string().nullable(),
      productLine: z.string(),
      amountMinor: minor.nullable(),
      currency: z.string().nullable(),
      isWithdrawn: z.boolean(),
    }),
  ),
});

/** partners -> metrics: these partners are to be judged as of a day; the measures of that day are wanted. */
export const PlacementStarted = event("PlacementStarted", {
  runId: uuid,
  asOf: day,
  startedAt: moment,
  program: z.string(),
  programVersion: z.string(),
  partnerIds: z.array(uuid),
});

/** metrics -> benefits, metrics: facts with an amount came, an open deal moved on, or a report was corrected. */
export const FactsRecorded = event("FactsRecorded", {
  /** The version in force when they were recorded. What they earn is settled by the one of their own day. */
  program: z.string(),
  programVersion: z.string(),
  facts: z.array(
    z.object({
      partnerId: uuid,
      factId: uuid,
      /** Rises with each state of the same fact; a lower one than the last seen is old news. */
      revision: z.number().int().positive(),
      kind: z.string(),
      on: day,
      amountMinor: minor,
      currency: z.string(),
      customer: z.string().nullable(),
      product: z.string().nullable(),
      attributes: z.record(z.string(), z.string()),
      /** Its id where it came from: what a refund names. Left out by the version before. */
      externalId: z.string().optional(),
      quantity: minor.nullable().optional(),
      /** False where it has none, and `amountMinor` and `currency` say nothing. */
      hasAmount: z.boolean().optional(),
      /** It was taken back. */
      isGone: z.boolean().optional(),
    }),
  ),
});

/** metrics -> metrics: refunds wait for deals, by the deals' external ids. */
export const FactsWaiting = event("FactsWaiting", { deals: z.array(z.string()) });

/** metrics -> enablement: facts came of kinds that the plans of partners wait for; each with its first day in a batch. */
export const MilestonesReached = event("MilestonesReached", {
  milestones: z.array(z.object({ partnerId: uuid, kind: z.string(), on: day })),
});

/** enablement -> enablement: a validation began, and its probes are to be sent. */
export const ValidationStarted = event("ValidationStarted", { partnerId: uuid, runId: uuid });

/** metrics -> metrics: the measures of these partners may have moved. */
export const PartnersMeasurable = event("PartnersMeasurable", { partnerIds: z.array(uuid) });

/** metrics -> partners: what these partners measure as of a day; within a placement run, or because facts moved it. */
export const MeasuresChanged = event("MeasuresChanged", {
  runId: uuid.nullable(),
  asOf: day,
  /** A measuring that began earlier never overrules one that began later. */
  measuredAt: moment,
  program: z.string(),
  programVersion: z.string(),
  partners: z.array(
    z.object({
      partnerId: uuid,
      measures: z.array(
        z.object({
          measure: z.string(),
          value: exact.nullable(),
          numerator: exact.nullable(),
          denominator: exact.nullable(),
          from: day.nullable(),
          to: day,
          /** By the values of the measure's `by`; left out where it has none. */
          groups: z.array(z.tuple([z.string(), exact])).optional(),
          /** Those that touched the value; left out where none did. */
          adjustments: z
            .array(
              z.object({
                id: z.string(),
                kind: z.enum(["factor", "excused"]),
                from: day,
                to: day,
                factor: exact.nullable(),
                why: z.string(),
                unadjusted: exact.nullable(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});

/** partners -> partners: these partners were placed together; what their decisions imply is worked out and kept. */
export const PartnersPlaced = event("PartnersPlaced", { partnerIds: z.array(uuid) });

/** partners -> metrics, benefits, enablement: which tier each partner holds from which day on, whole. */
export const TierChanged = event("TierChanged", {
  /** The version that judged, and whose tiers these are. */
  program: z.string(),
  programVersion: z.string(),
  changes: z.array(
    z.object({
      partnerId: uuid,
      /** Rises with each change of this partner; a lower one than the last seen is old news. */
      sequence: z.number().int().positive(),
      periods: z.array(z.object({ tier: z.string(), from: day, decisionId: uuid })),
    }),
  ),
});

/** enablement -> metrics: certifications of people were given, or end sooner; each holds from `issuedOn` until `expiresOn`. */
export const CertificationsChanged = event("CertificationsChanged", {
  certifications: z.array(
    z.object({
      partnerId: uuid,
      certificationId: uuid,
      personId: uuid,
      course: z.string(),
      level: z.string(),
      role: z.string().nullable(),
      issuedOn: day,
      expiresOn: day.nullable(),
    }),
  ),
});

export const EVENTS = {
  PartnersChanged,
  PeopleChanged,
  PersonMoved,
  ProgramPublished,
  PlacementStarted,
  FactsRecorded,
  FactsWaiting,
  RewardsBackdated,
  EntitlementsOutdated,
  CustomersRekeyed,
  RegistrationsChanged,
  MilestonesReached,
  PartnersMeasurable,
  MeasuresChanged,
  PartnersPlaced,
  TierChanged,
  CertificationsChanged,
  ValidationStarted,
} as const;

export type EventName = keyof typeof EVENTS;
export type EventOf<Name extends EventName> = z.infer<(typeof EVENTS)[Name]>;
/** An event before its publisher gives it an id and a moment. */
export type EventBody<Name extends EventName> = Omit<EventOf<Name>, "name" | "version" | "id" | "at">;

/** Which services handle which event: a publication adds a job to the queue of each. */
export const SUBSCRIBERS = {
  PartnersChanged: ["metrics", "benefits", "enablement"],
  PeopleChanged: ["enablement"],
  PersonMoved: ["enablement"],
  ProgramPublished: ["metrics", "benefits", "enablement"],
  PlacementStarted: ["metrics"],
  FactsRecorded: ["benefits", "metrics"],
  FactsWaiting: ["metrics"],
  RewardsBackdated: ["benefits"],
  EntitlementsOutdated: ["benefits"],
  CustomersRekeyed: ["benefits"],
  RegistrationsChanged: ["metrics"],
  MilestonesReached: ["enablement"],
  PartnersMeasurable: ["metrics"],
  MeasuresChanged: ["partners"],
  PartnersPlaced: ["partners"],
  TierChanged: ["metrics", "benefits", "enablement"],
  CertificationsChanged: ["metrics"],
  ValidationStarted: ["enablement"],
} as const satisfies Record<EventName, readonly string[]>;

/** Events that nobody waits for: they are handled once no other is left. */
export const LATER = ["PartnersPlaced"] as const satisfies readonly EventName[];

export type EventBodies = { readonly [Name in EventName]: EventBody<Name> };

type ServiceName = (typeof SUBSCRIBERS)[EventName][number];
type EventsOf<Service extends ServiceName> = {
  [Name in EventName]: Service extends (typeof SUBSCRIBERS)[Name][number] ? Name : never;
}[EventName];
/** One handler for each event that `SUBSCRIBERS` sends to a service: none is left out, and none is for another. */
export type HandlersOf<Service extends ServiceName> = {
  readonly [Name in EventsOf<Service>]: (event: EventOf<Name>) => Promise<void>;
};
