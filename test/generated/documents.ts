// Written by `npm run schema`; nobody edits it.
import type * as client from "@tiergraph/client/operations";
import type { Document } from "../kit/document.js";

export type * from "@tiergraph/client/operations";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AttributeInput = {
  readonly name: string;
  readonly value: string;
};

export type BenefitDimension =
  | 'FINANCIAL'
  | 'GO_TO_MARKET'
  | 'TECHNICAL_ENABLEMENT';

export type Bound =
  | 'AT_LEAST'
  | 'AT_MOST'
  | 'EXACTLY'
  | 'LESS_THAN'
  | 'MORE_THAN';

export type CertificationEnd =
  | 'MOVED'
  | 'NEW_VERSION';

export type CreditInput = {
  readonly role: CreditRole;
  readonly share: string;
};

export type CreditRole =
  | 'INFLUENCED'
  | 'MANAGED'
  | 'SOURCED';

export type DateRange = {
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
};

export type DecisionFaultKind =
  | 'CHAIN'
  | 'COLUMNS'
  | 'GAP'
  | 'HASH'
  | 'OUTLOOK'
  | 'REPLAY';

export type FactInput = {
  readonly amount?: string | null | undefined;
  readonly attributes?: ReadonlyArray<AttributeInput> | null | undefined;
  readonly credit?: CreditInput | null | undefined;
  readonly currency?: string | null | undefined;
  readonly customer?: string | null | undefined;
  readonly declaredKind?: string | null | undefined;
  readonly externalId: string;
  readonly kind: RecordedFactKind;
  readonly on?: string | null | undefined;
  readonly openedOn?: string | null | undefined;
  readonly partnerId: string;
  readonly product?: string | null | undefined;
  readonly quantity?: number | null | undefined;
  readonly until?: string | null | undefined;
};

export type HypotheticalAttributeInput = {
  readonly name: string;
  readonly value: string;
};

export type HypotheticalDealInput = {
  readonly amount?: string | null | undefined;
  readonly attributes?: ReadonlyArray<HypotheticalAttributeInput> | null | undefined;
  readonly customer?: string | null | undefined;
  readonly product?: string | null | undefined;
};

export type NextStepKind =
  | 'CONTINUE'
  | 'RENEW'
  | 'START';

export type PartnerFilter = {
  readonly codes?: ReadonlyArray<string> | null | undefined;
  readonly cohort?: string | null | undefined;
  readonly countries?: ReadonlyArray<string> | null | undefined;
  readonly isAtRisk?: boolean | null | undefined;
  readonly joined?: DateRange | null | undefined;
  readonly regions?: ReadonlyArray<string> | null | undefined;
  readonly search?: string | null | undefined;
  readonly tiers?: ReadonlyArray<string> | null | undefined;
  readonly tracks?: ReadonlyArray<string> | null | undefined;
};

export type RecordProgressInput = {
  readonly course: string;
  readonly percent: number;
  readonly personId: string;
};

export type RecordedFactKind =
  | 'CUSTOMER'
  | 'CUSTOMER_NPS'
  | 'CUSTOMER_RENEWED'
  | 'DEAL_LOST'
  | 'DEAL_OPEN'
  | 'DEAL_REFUNDED'
  | 'DEAL_REGISTERED'
  | 'DEAL_WON'
  | 'DECLARED'
  | 'INDICATOR'
  | 'INTEGRATION_ADOPTED'
  | 'INTEGRATION_CRITICAL'
  | 'INTEGRATION_LAUNCHED'
  | 'LEAD_CONVERTED'
  | 'LEAD_CREATED'
  | 'MARKETING_ACTIVITY'
  | 'SEATS'
  | 'SUBSCRIPTION_CHURN'
  | 'SUBSCRIPTION_CONTRACTION'
  | 'SUBSCRIPTION_EXPANSION'
  | 'SUBSCRIPTION_NEW';

export type RuleKind =
  | 'ALL'
  | 'ANY'
  | 'APPROVAL'
  | 'GROUPED'
  | 'INHERITED'
  | 'N_OF'
  | 'SCORE'
  | 'TENURE'
  | 'TERM'
  | 'THRESHOLD'
  | 'WITHHELD';

export type SafeguardRule =
  | 'DEMOTED_THIS_PERIOD'
  | 'FREEZE'
  | 'GRACE'
  | 'HOLD'
  | 'MINIMUM_TENURE'
  | 'NOT_DUE'
  | 'RATCHET'
  | 'STEPS'
  | 'TIER_LOCK'
  | 'WAIT_AFTER_DEMOTION';

export type ViewerRole =
  | 'ANALYST'
  | 'INGEST'
  | 'PARTNER'
  | 'PARTNER_MANAGER'
  | 'PROGRAM_MANAGER';

export type FaultsConcurrency1QueryVariables = Exact<{
  id: string;
}>;


export type FaultsConcurrency1Query = { readonly partner: { readonly measures: ReadonlyArray<{ readonly value: string | null }> | null } | null };

export type FaultsConcurrency2QueryVariables = Exact<{
  id: string;
}>;


export type FaultsConcurrency2Query = { readonly partner: { readonly rewards: { readonly balance: { readonly amount: string } | null } | null } | null };

export type FaultsConcurrency3QueryVariables = Exact<{
  id: string;
}>;


export type FaultsConcurrency3Query = { readonly partner: { readonly rewards: { readonly balance: { readonly amount: string } | null, readonly entries: { readonly nodes: ReadonlyArray<{ readonly id: string }> } } | null, readonly entitlements: ReadonlyArray<{ readonly id: string }> | null } | null };

export type FaultsDistributed1QueryVariables = Exact<{
  id: string;
}>;


export type FaultsDistributed1Query = { readonly partner: { readonly name: string, readonly tierStatus: { readonly tier: { readonly name: string } } | null, readonly rewards: { readonly balance: { readonly amount: string } | null } | null, readonly entitlements: ReadonlyArray<{ readonly tier: string }> | null } | null };

export type FaultsDrain1QueryVariables = Exact<{ [key: string]: never; }>;


export type FaultsDrain1Query = { readonly viewer: { readonly role: ViewerRole } };

export type FaultsEmbeddedPostgres1QueryVariables = Exact<{ [key: string]: never; }>;


export type FaultsEmbeddedPostgres1Query = { readonly program: { readonly name: string } | null };

export type FaultsFactsShuffled1MutationVariables = Exact<{
  facts: ReadonlyArray<FactInput>;
}>;


export type FaultsFactsShuffled1Mutation = { readonly recordFacts: { readonly recorded: number, readonly unchanged: number, readonly refused: number, readonly results: ReadonlyArray<{ readonly message: string | null }> } | null };

export type FaultsFactsShuffled2QueryVariables = Exact<{
  after?: string | null | undefined;
  yesterday: string;
  longAgo: string;
}>;


export type FaultsFactsShuffled2Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly tierStatus: { readonly tier: { readonly name: string } } | null, readonly rewards: { readonly balance: { readonly amount: string } | null } | null, readonly now: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null, readonly before: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null, readonly long: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type FaultsFactsUnderFire1QueryVariables = Exact<{ [key: string]: never; }>;


export type FaultsFactsUnderFire1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly tierStatus: { readonly tier: { readonly name: string } } | null, readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null }> } | null };

export type FaultsFirstReads1QueryVariables = Exact<{ [key: string]: never; }>;


export type FaultsFirstReads1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly tierStatus: { readonly summary: string, readonly isAtRisk: boolean, readonly tier: { readonly name: string } } | null }> } | null };

export type FaultsPlacementRun1MutationVariables = Exact<{
  asOf: string;
}>;


export type FaultsPlacementRun1Mutation = { readonly placePartners: { readonly run: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string }> } | null };

export type FaultsPlacementRun2QueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type FaultsPlacementRun2Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly tierStatus: { readonly asOf: string, readonly tier: { readonly name: string } } | null, readonly decisions: { readonly nodes: ReadonlyArray<{ readonly asOf: string }> } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type FaultsPlacementRun3QueryVariables = Exact<{
  id: string;
}>;


export type FaultsPlacementRun3Query = { readonly partner: { readonly tierStatus: { readonly asOf: string, readonly tier: { readonly name: string } } | null, readonly tierHistory: ReadonlyArray<{ readonly tier: string, readonly from: string }> | null, readonly decisions: { readonly nodes: ReadonlyArray<{ readonly programVersion: string }> } | null } | null };

export type FaultsSharesAndRefunds1QueryVariables = Exact<{
  id: string;
}>;


export type FaultsSharesAndRefunds1Query = { readonly partner: { readonly rewards: { readonly balance: { readonly amount: string } | null } | null, readonly measures: ReadonlyArray<{ readonly value: string | null }> | null } | null };

export type JourneysBenefits1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysBenefits1Query = { readonly partner: { readonly entitlements: ReadonlyArray<{ readonly quantity: number | null, readonly used: number | null, readonly left: number | null, readonly isInTransition: boolean, readonly withdrawnOn: string | null, readonly benefit: { readonly name: string } }> | null } | null };

export type JourneysBenefits2QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysBenefits2Query = { readonly tiers: ReadonlyArray<{ readonly name: string, readonly benefits: ReadonlyArray<{ readonly quantity: number | null, readonly benefit: { readonly name: string, readonly dimension: BenefitDimension, readonly per: string | null, readonly value: string | null, readonly cost: string | null, readonly owner: string | null, readonly claim: string | null, readonly fulfilledWithinDays: number | null, readonly transition: string } }> | null }> | null };

export type JourneysCalendar1QueryVariables = Exact<{
  id: string;
  asOf: string;
}>;


export type JourneysCalendar1Query = { readonly partner: { readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null } | null };

export type JourneysCases1QueryVariables = Exact<{
  code: string;
}>;


export type JourneysCases1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly tierStatus: { readonly tier: { readonly name: string } } | null, readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null, readonly rewards: { readonly accounts: ReadonlyArray<{ readonly available: { readonly amount: string }, readonly debt: { readonly amount: string } }> } | null }> } | null };

export type JourneysCeilingByYear1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysCeilingByYear1Query = { readonly partner: { readonly rewards: { readonly balance: { readonly amount: string } | null, readonly withheld: ReadonlyArray<{ readonly rule: string, readonly ceiling: string, readonly amount: { readonly amount: string } }>, readonly entries: { readonly nodes: ReadonlyArray<{ readonly on: string, readonly explanation: string, readonly amount: { readonly amount: string } }> } } | null } | null };

export type JourneysCohorts1QueryVariables = Exact<{
  f?: PartnerFilter | null | undefined;
}>;


export type JourneysCohorts1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null };

export type JourneysContent1QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysContent1Query = { readonly contentPiece: { readonly use: { readonly reads: number, readonly readers: number, readonly useful: number, readonly notUseful: number } | null } | null };

export type JourneysCountedFacts1QueryVariables = Exact<{
  id: string;
  asOf: string;
}>;


export type JourneysCountedFacts1Query = { readonly partner: { readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null, readonly evidence: { readonly edges: ReadonlyArray<{ readonly counted: string | null, readonly explanation: string | null, readonly node: { readonly externalId: string } }>, readonly nodes: ReadonlyArray<{ readonly externalId: string }> } }> | null } | null };

export type JourneysCrmExport1QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysCrmExport1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly code: string, readonly region: string | null, readonly tierStatus: { readonly tier: { readonly name: string } } | null }> } | null };

export type JourneysCrmExport2QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysCrmExport2Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly deals: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null, readonly decisions: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null, readonly rewards: { readonly balance: { readonly amount: string } | null, readonly entries: { readonly nodes: ReadonlyArray<{ readonly id: string }> } } | null }> } | null };

export type JourneysCrmExport3QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysCrmExport3Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly deals: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null }> } | null };

export type JourneysDecimalsAndCadences1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysDecimalsAndCadences1Query = { readonly partner: { readonly tierStatus: { readonly summary: string, readonly safeUntil: string | null, readonly tier: { readonly name: string }, readonly decision: { readonly safeguards: ReadonlyArray<{ readonly rule: SafeguardRule, readonly until: string | null }> }, readonly next: { readonly requirement: { readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly subject: string | null, readonly bound: Bound | null, readonly target: string | null, readonly isMet: boolean }> } | null } | null } | null } | null };

export type JourneysDecimalsAndCadences2QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysDecimalsAndCadences2Query = { readonly verifyDecisions: { readonly faults: ReadonlyArray<{ readonly kind: DecisionFaultKind }> } | null };

export type JourneysEnablementVariables1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysEnablementVariables1Query = { readonly partner: { readonly training: { readonly certifications: { readonly nodes: ReadonlyArray<{ readonly checkCode: string }> } } | null } | null };

export type JourneysExports1QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysExports1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null };

export type JourneysExports2QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysExports2Query = { readonly partners: { readonly pageInfo: { readonly endCursor: string | null } } | null };

export type JourneysFactsFixture1QueryVariables = Exact<{
  id: string;
  asOf?: string | null | undefined;
  knownAt?: string | null | undefined;
}>;


export type JourneysFactsFixture1Query = { readonly partner: { readonly tierStatus: { readonly tier: { readonly name: string } } | null, readonly rewards: { readonly balance: { readonly amount: string } | null } | null, readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null, readonly notice: string | null, readonly evidence: { readonly nodes: ReadonlyArray<{ readonly kindName: string, readonly externalId: string, readonly on: string, readonly happenedOn: string | null, readonly reversedOn: string | null, readonly customer: string | null, readonly amount: { readonly amount: string } | null, readonly credit: { readonly role: CreditRole, readonly share: string, readonly whole: { readonly amount: string } | null } | null, readonly conversion: { readonly rate: string, readonly rateOn: string, readonly told: { readonly amount: string, readonly currency: string } } | null }> } }> | null } | null };

export type JourneysImportFixture1QueryVariables = Exact<{
  code: string;
}>;


export type JourneysImportFixture1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null }> } | null };

export type JourneysImport1QueryVariables = Exact<{
  code: string;
}>;


export type JourneysImport1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly people: { readonly nodes: ReadonlyArray<{ readonly externalId: string, readonly name: string | null }> } | null }> } | null };

export type JourneysLearningFixture1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysLearningFixture1Query = { readonly partner: { readonly measures: ReadonlyArray<{ readonly value: string | null }> | null, readonly training: { readonly certifiedPeople: number, readonly expiring: ReadonlyArray<{ readonly expiresOn: string | null, readonly endedBecause: CertificationEnd | null, readonly course: { readonly title: string } }>, readonly certifications: { readonly nodes: ReadonlyArray<{ readonly checkCode: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly isValid: boolean, readonly countsFrom: string | null, readonly endedBecause: CertificationEnd | null }> } } | null } | null };

export type JourneysLearning1QueryVariables = Exact<{
  first: number;
}>;


export type JourneysLearning1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly training: { readonly people: number, readonly certifiedPeople: number, readonly courses: ReadonlyArray<{ readonly completed: number, readonly course: { readonly title: string, readonly assessment: { readonly questions: number } | null } }>, readonly expiring: ReadonlyArray<{ readonly expiresOn: string | null }>, readonly certifications: { readonly nodes: ReadonlyArray<{ readonly level: string, readonly renewableFrom: string | null }> } } | null, readonly people: { readonly nodes: ReadonlyArray<{ readonly training: { readonly completed: number, readonly held: ReadonlyArray<{ readonly level: string }> } | null, readonly nextSteps: ReadonlyArray<{ readonly kind: NextStepKind, readonly course: { readonly title: string } }> | null }> } | null }> } | null };

export type JourneysMainJob1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysMainJob1Query = { readonly partner: { readonly tierStatus: { readonly since: string, readonly tier: { readonly name: string } } | null, readonly entitlements: ReadonlyArray<{ readonly withdrawnOn: string | null, readonly benefit: { readonly name: string } }> | null, readonly rewards: { readonly balance: { readonly amount: string } | null } | null } | null };

export type JourneysMeasures1QueryVariables = Exact<{
  id: string;
  asOf: string;
}>;


export type JourneysMeasures1Query = { readonly partner: { readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null } | null };

export type JourneysMeasures2QueryVariables = Exact<{
  id: string;
}>;


export type JourneysMeasures2Query = { readonly partner: { readonly measures: ReadonlyArray<{ readonly value: string | null }> | null } | null };

export type JourneysPartnerList1QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysPartnerList1Query = { readonly viewer: { readonly id: string, readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly code: string }> } | null } };

export type JourneysProgramVersions1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysProgramVersions1Query = { readonly partner: { readonly tierStatus: { readonly since: string, readonly tier: { readonly name: string } } | null, readonly decisions: { readonly nodes: ReadonlyArray<{ readonly programVersion: string, readonly asOf: string }> } | null } | null };

export type JourneysProgramVersions2QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysProgramVersions2Query = { readonly benefits: ReadonlyArray<{ readonly title: string }> | null, readonly courses: ReadonlyArray<{ readonly title: string }> | null, readonly tiers: ReadonlyArray<{ readonly name: string, readonly requires: { readonly target: string | null } | null }> | null };

export type JourneysRegistrationsGuarded1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysRegistrationsGuarded1Query = { readonly partner: { readonly tierStatus: { readonly tier: { readonly name: string } } | null, readonly measures: ReadonlyArray<{ readonly measure: string, readonly value: string | null }> | null, readonly rewards: { readonly balance: { readonly amount: string } | null } | null } | null };

export type JourneysTierByHand1QueryVariables = Exact<{
  partnerId: string;
}>;


export type JourneysTierByHand1Query = { readonly partner: { readonly tierStatus: { readonly summary: string, readonly isAtRisk: boolean, readonly safeUntil: string | null, readonly tier: { readonly name: string } } | null, readonly rewards: { readonly balance: { readonly amount: string } | null } | null } | null };

export type JourneysVerify1MutationVariables = Exact<{
  id: string;
  asOf: string;
}>;


export type JourneysVerify1Mutation = { readonly placePartners: { readonly run: { readonly finishedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string }> } | null };

export type JourneysVerify2QueryVariables = Exact<{ [key: string]: never; }>;


export type JourneysVerify2Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string }> } | null };

export type JourneysWhatIf1QueryVariables = Exact<{
  id: string;
}>;


export type JourneysWhatIf1Query = { readonly partner: { readonly whatIf: { readonly id: string } | null } | null };

export type JourneysWithheldMeasures1QueryVariables = Exact<{
  id: string;
  deals?: ReadonlyArray<HypotheticalDealInput> | null | undefined;
}>;


export type JourneysWithheldMeasures1Query = { readonly partner: { readonly measures: ReadonlyArray<{ readonly measure: string }> | null, readonly tierStatus: { readonly summary: string, readonly tier: { readonly name: string }, readonly keeping: { readonly requirement: { readonly kind: RuleKind, readonly title: string | null, readonly isMet: boolean } | null } | null, readonly next: { readonly tier: { readonly name: string }, readonly thresholds: ReadonlyArray<{ readonly kind: RuleKind, readonly title: string | null, readonly isMet: boolean, readonly why: string | null, readonly actual: string | null, readonly target: string | null, readonly gap: string | null }>, readonly ways: ReadonlyArray<{ readonly steps: ReadonlyArray<{ readonly kind: RuleKind, readonly inWords: string }> }> } | null } | null, readonly whatIf: { readonly measures: ReadonlyArray<{ readonly measure: string }>, readonly placement: { readonly summary: string, readonly tier: { readonly name: string } } | null } | null } | null, readonly program: { readonly source: string } | null };

export type KitFaultsOfEntitlements1QueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type KitFaultsOfEntitlements1Query = { readonly partners: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly tierStatus: { readonly tier: { readonly benefits: ReadonlyArray<{ readonly quantity: number | null, readonly benefit: { readonly name: string } }> | null } } | null, readonly entitlements: ReadonlyArray<{ readonly quantity: number | null, readonly isInTransition: boolean, readonly benefit: { readonly name: string } }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type SecurityTwoPartners1MutationVariables = Exact<{
  input: RecordProgressInput;
}>;


export type SecurityTwoPartners1Mutation = { readonly recordProgress: { readonly userErrors: ReadonlyArray<{ readonly code: string }> } | null };

/** Those of schema/operations, by the file's name. */
export interface SavedDocuments {
  "benefits-audit-log": Document<client.BenefitsAuditLogQuery, client.BenefitsAuditLogQueryVariables>;
  "enablement-audit-log": Document<client.EnablementAuditLogQuery, client.EnablementAuditLogQueryVariables>;
  "metrics-audit-log": Document<client.MetricsAuditLogQuery, client.MetricsAuditLogQueryVariables>;
  "partners-audit-log": Document<client.PartnersAuditLogQuery, client.PartnersAuditLogQueryVariables>;
  "verify-benefits-audit": Document<client.VerifyBenefitsAuditQuery, client.VerifyBenefitsAuditQueryVariables>;
  "verify-enablement-audit": Document<client.VerifyEnablementAuditQuery, client.VerifyEnablementAuditQueryVariables>;
  "verify-metrics-audit": Document<client.VerifyMetricsAuditQuery, client.VerifyMetricsAuditQueryVariables>;
  "verify-partners-audit": Document<client.VerifyPartnersAuditQuery, client.VerifyPartnersAuditQueryVariables>;
  "benefit-claims": Document<client.BenefitClaimsQuery, client.BenefitClaimsQueryVariables>;
  "claim-benefit": Document<client.ClaimBenefitMutation, client.ClaimBenefitMutationVariables>;
  "decide-benefit-claim": Document<client.DecideBenefitClaimMutation, client.DecideBenefitClaimMutationVariables>;
  "entitlements": Document<client.EntitlementsQuery, client.EntitlementsQueryVariables>;
  "fulfil-benefit-claim": Document<client.FulfilBenefitClaimMutation, client.FulfilBenefitClaimMutationVariables>;
  "open-benefit-claims": Document<client.OpenBenefitClaimsQuery, client.OpenBenefitClaimsQueryVariables>;
  "confirm-content": Document<client.ConfirmContentMutation, client.ConfirmContentMutationVariables>;
  "content-care": Document<client.ContentCareQuery, client.ContentCareQueryVariables>;
  "content-piece": Document<client.ContentPieceQuery, client.ContentPieceQueryVariables>;
  "content": Document<client.ContentQuery, client.ContentQueryVariables>;
  "note-reading": Document<client.NoteReadingMutation, client.NoteReadingMutationVariables>;
  "publish-content": Document<client.PublishContentMutation, client.PublishContentMutationVariables>;
  "write-content": Document<client.WriteContentMutation, client.WriteContentMutationVariables>;
  "cancel-export": Document<client.CancelExportMutation, client.CancelExportMutationVariables>;
  "exports": Document<client.ExportsQuery, client.ExportsQueryVariables>;
  "remove-saved-query": Document<client.RemoveSavedQueryMutation, client.RemoveSavedQueryMutationVariables>;
  "save-query": Document<client.SaveQueryMutation, client.SaveQueryMutationVariables>;
  "saved-queries": Document<client.SavedQueriesQuery, client.SavedQueriesQueryVariables>;
  "start-export": Document<client.StartExportMutation, client.StartExportMutationVariables>;
  "decide-duplicate": Document<client.DecideDuplicateMutation, client.DecideDuplicateMutationVariables>;
  "decide-waiting-fact": Document<client.DecideWaitingFactMutation, client.DecideWaitingFactMutationVariables>;
  "declare-owned-customers": Document<client.DeclareOwnedCustomersMutation, client.DeclareOwnedCustomersMutationVariables>;
  "duplicates": Document<client.DuplicatesQuery, client.DuplicatesQueryVariables>;
  "exchange-rates": Document<client.ExchangeRatesQuery, client.ExchangeRatesQueryVariables>;
  "partner-deals": Document<client.PartnerDealsQuery, client.PartnerDealsQueryVariables>;
  "record-exchange-rates": Document<client.RecordExchangeRatesMutation, client.RecordExchangeRatesMutationVariables>;
  "record-facts": Document<client.RecordFactsMutation, client.RecordFactsMutationVariables>;
  "replace-facts": Document<client.ReplaceFactsMutation, client.ReplaceFactsMutationVariables>;
  "void-facts": Document<client.VoidFactsMutation, client.VoidFactsMutationVariables>;
  "waiting-facts": Document<client.WaitingFactsQuery, client.WaitingFactsQueryVariables>;
  "allocate-fund": Document<client.AllocateFundMutation, client.AllocateFundMutationVariables>;
  "attach-proof": Document<client.AttachProofMutation, client.AttachProofMutationVariables>;
  "claim-funds": Document<client.ClaimFundsMutation, client.ClaimFundsMutationVariables>;
  "decide-fund-claim": Document<client.DecideFundClaimMutation, client.DecideFundClaimMutationVariables>;
  "decide-fund-request": Document<client.DecideFundRequestMutation, client.DecideFundRequestMutationVariables>;
  "fund-utilisation": Document<client.FundUtilisationQuery, client.FundUtilisationQueryVariables>;
  "partner-funds": Document<client.PartnerFundsQuery, client.PartnerFundsQueryVariables>;
  "request-funds": Document<client.RequestFundsMutation, client.RequestFundsMutationVariables>;
  "waiting-fund-requests": Document<client.WaitingFundRequestsQuery, client.WaitingFundRequestsQueryVariables>;
  "add-sandbox-deal": Document<client.AddSandboxDealMutation, client.AddSandboxDealMutationVariables>;
  "declare-endpoint": Document<client.DeclareEndpointMutation, client.DeclareEndpointMutationVariables>;
  "extend-sandbox": Document<client.ExtendSandboxMutation, client.ExtendSandboxMutationVariables>;
  "lease-sandbox": Document<client.LeaseSandboxMutation, client.LeaseSandboxMutationVariables>;
  "partner-sandboxes": Document<client.PartnerSandboxesQuery, client.PartnerSandboxesQueryVariables>;
  "partner-validations": Document<client.PartnerValidationsQuery, client.PartnerValidationsQueryVariables>;
  "record-check": Document<client.RecordCheckMutation, client.RecordCheckMutationVariables>;
  "release-sandbox": Document<client.ReleaseSandboxMutation, client.ReleaseSandboxMutationVariables>;
  "run-validation": Document<client.RunValidationMutation, client.RunValidationMutationVariables>;
  "sandbox-data": Document<client.SandboxDataQuery, client.SandboxDataQueryVariables>;
  "adjustments": Document<client.AdjustmentsQuery, client.AdjustmentsQueryVariables>;
  "cohort-indicators": Document<client.CohortIndicatorsQuery, client.CohortIndicatorsQueryVariables>;
  "decide-adjustment": Document<client.DecideAdjustmentMutation, client.DecideAdjustmentMutationVariables>;
  "end-adjustment": Document<client.EndAdjustmentMutation, client.EndAdjustmentMutationVariables>;
  "indicators": Document<client.IndicatorsQuery, client.IndicatorsQueryVariables>;
  "partner-indicators": Document<client.PartnerIndicatorsQuery, client.PartnerIndicatorsQueryVariables>;
  "propose-adjustment": Document<client.ProposeAdjustmentMutation, client.ProposeAdjustmentMutationVariables>;
  "propose-seasonal-factors": Document<client.ProposeSeasonalFactorsMutation, client.ProposeSeasonalFactorsMutationVariables>;
  "block-onboarding-step": Document<client.BlockOnboardingStepMutation, client.BlockOnboardingStepMutationVariables>;
  "complete-onboarding-step": Document<client.CompleteOnboardingStepMutation, client.CompleteOnboardingStepMutationVariables>;
  "late-plans": Document<client.LatePlansQuery, client.LatePlansQueryVariables>;
  "onboarding-overview": Document<client.OnboardingOverviewQuery, client.OnboardingOverviewQueryVariables>;
  "partner-onboarding": Document<client.PartnerOnboardingQuery, client.PartnerOnboardingQueryVariables>;
  "assign-manager": Document<client.AssignManagerMutation, client.AssignManagerMutationVariables>;
  "cohort": Document<client.CohortQuery, client.CohortQueryVariables>;
  "cohorts": Document<client.CohortsQuery, client.CohortsQueryVariables>;
  "hand-over-partners": Document<client.HandOverPartnersMutation, client.HandOverPartnersMutationVariables>;
  "move-person": Document<client.MovePersonMutation, client.MovePersonMutationVariables>;
  "nodes": Document<client.NodesQuery, client.NodesQueryVariables>;
  "partner-list": Document<client.PartnerListQuery, client.PartnerListQueryVariables>;
  "partner-managers": Document<client.PartnerManagersQuery, client.PartnerManagersQueryVariables>;
  "record-absence": Document<client.RecordAbsenceMutation, client.RecordAbsenceMutationVariables>;
  "register-manager": Document<client.RegisterManagerMutation, client.RegisterManagerMutationVariables>;
  "register-partners": Document<client.RegisterPartnersMutation, client.RegisterPartnersMutationVariables>;
  "register-people": Document<client.RegisterPeopleMutation, client.RegisterPeopleMutationVariables>;
  "remove-cohort": Document<client.RemoveCohortMutation, client.RemoveCohortMutationVariables>;
  "save-cohort": Document<client.SaveCohortMutation, client.SaveCohortMutationVariables>;
  "vendor-managers": Document<client.VendorManagersQuery, client.VendorManagersQueryVariables>;
  "viewer": Document<client.ViewerQuery, client.ViewerQueryVariables>;
  "portal-deals": Document<client.PortalDealsQuery, client.PortalDealsQueryVariables>;
  "portal-home": Document<client.PortalHomeQuery, client.PortalHomeQueryVariables>;
  "portal-path": Document<client.PortalPathQuery, client.PortalPathQueryVariables>;
  "portal-people": Document<client.PortalPeopleQuery, client.PortalPeopleQueryVariables>;
  "portal-rewards": Document<client.PortalRewardsQuery, client.PortalRewardsQueryVariables>;
  "check-program": Document<client.CheckProgramQuery, client.CheckProgramQueryVariables>;
  "program-drafts": Document<client.ProgramDraftsQuery, client.ProgramDraftsQueryVariables>;
  "program-on": Document<client.ProgramOnQuery, client.ProgramOnQueryVariables>;
  "program-versions": Document<client.ProgramVersionsQuery, client.ProgramVersionsQueryVariables>;
  "publish-program": Document<client.PublishProgramMutation, client.PublishProgramMutationVariables>;
  "save-program-draft": Document<client.SaveProgramDraftMutation, client.SaveProgramDraftMutationVariables>;
  "tier-matrix": Document<client.TierMatrixQuery, client.TierMatrixQueryVariables>;
  "worked-examples": Document<client.WorkedExamplesQuery, client.WorkedExamplesQueryVariables>;
  "deal-registrations": Document<client.DealRegistrationsQuery, client.DealRegistrationsQueryVariables>;
  "decide-registration-conflict": Document<client.DecideRegistrationConflictMutation, client.DecideRegistrationConflictMutationVariables>;
  "decide-registration": Document<client.DecideRegistrationMutation, client.DecideRegistrationMutationVariables>;
  "extend-registration": Document<client.ExtendRegistrationMutation, client.ExtendRegistrationMutationVariables>;
  "register-deal": Document<client.RegisterDealMutation, client.RegisterDealMutationVariables>;
  "registration-conflicts": Document<client.RegistrationConflictsQuery, client.RegistrationConflictsQueryVariables>;
  "waiting-registrations": Document<client.WaitingRegistrationsQuery, client.WaitingRegistrationsQueryVariables>;
  "withdraw-registration": Document<client.WithdrawRegistrationMutation, client.WithdrawRegistrationMutationVariables>;
  "ceilings": Document<client.CeilingsQuery, client.CeilingsQueryVariables>;
  "create-payout-batch": Document<client.CreatePayoutBatchMutation, client.CreatePayoutBatchMutationVariables>;
  "decide-redemption": Document<client.DecideRedemptionMutation, client.DecideRedemptionMutationVariables>;
  "journal": Document<client.JournalQuery, client.JournalQueryVariables>;
  "partner-ledger": Document<client.PartnerLedgerQuery, client.PartnerLedgerQueryVariables>;
  "payout-batches": Document<client.PayoutBatchesQuery, client.PayoutBatchesQueryVariables>;
  "redeem-rewards": Document<client.RedeemRewardsMutation, client.RedeemRewardsMutationVariables>;
  "reward-account": Document<client.RewardAccountQuery, client.RewardAccountQueryVariables>;
  "reward-entries": Document<client.RewardEntriesQuery, client.RewardEntriesQueryVariables>;
  "reward-liability": Document<client.RewardLiabilityQuery, client.RewardLiabilityQueryVariables>;
  "reward-statement": Document<client.RewardStatementQuery, client.RewardStatementQueryVariables>;
  "settle-payouts": Document<client.SettlePayoutsMutation, client.SettlePayoutsMutationVariables>;
  "tier-rewards": Document<client.TierRewardsQuery, client.TierRewardsQueryVariables>;
  "trial-balance": Document<client.TrialBalanceQuery, client.TrialBalanceQueryVariables>;
  "waiting-redemptions": Document<client.WaitingRedemptionsQuery, client.WaitingRedemptionsQueryVariables>;
  "book-session": Document<client.BookSessionMutation, client.BookSessionMutationVariables>;
  "cancel-session": Document<client.CancelSessionMutation, client.CancelSessionMutationVariables>;
  "leave-session": Document<client.LeaveSessionMutation, client.LeaveSessionMutationVariables>;
  "make-calendar": Document<client.MakeCalendarMutation, client.MakeCalendarMutationVariables>;
  "partner-sessions": Document<client.PartnerSessionsQuery, client.PartnerSessionsQueryVariables>;
  "plan-session": Document<client.PlanSessionMutation, client.PlanSessionMutationVariables>;
  "record-attendance": Document<client.RecordAttendanceMutation, client.RecordAttendanceMutationVariables>;
  "record-session": Document<client.RecordSessionMutation, client.RecordSessionMutationVariables>;
  "session-obligations": Document<client.SessionObligationsQuery, client.SessionObligationsQueryVariables>;
  "sessions": Document<client.SessionsQuery, client.SessionsQueryVariables>;
  "decide-override": Document<client.DecideOverrideMutation, client.DecideOverrideMutationVariables>;
  "end-override": Document<client.EndOverrideMutation, client.EndOverrideMutationVariables>;
  "fairness-report": Document<client.FairnessReportQuery, client.FairnessReportQueryVariables>;
  "partner-governance": Document<client.PartnerGovernanceQuery, client.PartnerGovernanceQueryVariables>;
  "place-partners": Document<client.PlacePartnersMutation, client.PlacePartnersMutationVariables>;
  "placement-run": Document<client.PlacementRunQuery, client.PlacementRunQueryVariables>;
  "record-review": Document<client.RecordReviewMutation, client.RecordReviewMutationVariables>;
  "request-override": Document<client.RequestOverrideMutation, client.RequestOverrideMutationVariables>;
  "requested-overrides": Document<client.RequestedOverridesQuery, client.RequestedOverridesQueryVariables>;
  "review-forms": Document<client.ReviewFormsQuery, client.ReviewFormsQueryVariables>;
  "tier-history": Document<client.TierHistoryQuery, client.TierHistoryQueryVariables>;
  "ways-up": Document<client.WaysUpQuery, client.WaysUpQueryVariables>;
  "what-if": Document<client.WhatIfQuery, client.WhatIfQueryVariables>;
  "why-this-tier": Document<client.WhyThisTierQuery, client.WhyThisTierQueryVariables>;
  "certificates": Document<client.CertificatesQuery, client.CertificatesQueryVariables>;
  "check-certification": Document<client.CheckCertificationQuery, client.CheckCertificationQueryVariables>;
  "choose-in-simulation": Document<client.ChooseInSimulationMutation, client.ChooseInSimulationMutationVariables>;
  "complete-module": Document<client.CompleteModuleMutation, client.CompleteModuleMutationVariables>;
  "expiring-certifications": Document<client.ExpiringCertificationsQuery, client.ExpiringCertificationsQueryVariables>;
  "finish-attempt": Document<client.FinishAttemptMutation, client.FinishAttemptMutationVariables>;
  "learning-paths": Document<client.LearningPathsQuery, client.LearningPathsQueryVariables>;
  "next-steps": Document<client.NextStepsQuery, client.NextStepsQueryVariables>;
  "partner-plays": Document<client.PartnerPlaysQuery, client.PartnerPlaysQueryVariables>;
  "person-attempts": Document<client.PersonAttemptsQuery, client.PersonAttemptsQueryVariables>;
  "publish-assessment": Document<client.PublishAssessmentMutation, client.PublishAssessmentMutationVariables>;
  "publish-scenario": Document<client.PublishScenarioMutation, client.PublishScenarioMutationVariables>;
  "record-completions": Document<client.RecordCompletionsMutation, client.RecordCompletionsMutationVariables>;
  "record-statements": Document<client.RecordStatementsMutation, client.RecordStatementsMutationVariables>;
  "scenarios": Document<client.ScenariosQuery, client.ScenariosQueryVariables>;
  "start-attempt": Document<client.StartAttemptMutation, client.StartAttemptMutationVariables>;
  "start-simulation": Document<client.StartSimulationMutation, client.StartSimulationMutationVariables>;
  "training-for-tier": Document<client.TrainingForTierQuery, client.TrainingForTierQueryVariables>;
  "job-queues": Document<client.JobQueuesQuery, client.JobQueuesQueryVariables>;
  "rebuild-rollups": Document<client.RebuildRollupsMutation, client.RebuildRollupsMutationVariables>;
  "reconcile-ledger": Document<client.ReconcileLedgerQuery, client.ReconcileLedgerQueryVariables>;
  "reconcile-rollups": Document<client.ReconcileRollupsQuery, client.ReconcileRollupsQueryVariables>;
  "settle-ledgers": Document<client.SettleLedgersMutation, client.SettleLedgersMutationVariables>;
  "tier-digests": Document<client.TierDigestsQuery, client.TierDigestsQueryVariables>;
  "verify-decisions": Document<client.VerifyDecisionsQuery, client.VerifyDecisionsQueryVariables>;
}

/** Those that stand in a test, by their text. */
export interface InlineDocuments {
  "query ($id: ID!) { partner(id: $id) { measures(names: [\"revenue\"], asOf: \"2026-02-01\") { value } } }": Document<FaultsConcurrency1Query, FaultsConcurrency1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { rewards { balance { amount } } } }": Document<FaultsConcurrency2Query, FaultsConcurrency2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { rewards { balance { amount } entries { nodes { id } } } entitlements { id } } }": Document<FaultsConcurrency3Query, FaultsConcurrency3QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { name tierStatus { tier { name } } rewards { balance { amount } } entitlements { tier } } }": Document<FaultsDistributed1Query, FaultsDistributed1QueryVariables>;
  "query { viewer { role } }": Document<FaultsDrain1Query, FaultsDrain1QueryVariables>;
  "{ program { name } }": Document<FaultsEmbeddedPostgres1Query, FaultsEmbeddedPostgres1QueryVariables>;
  "mutation ($facts: [FactInput!]!) { recordFacts(input: { facts: $facts }) {\n      recorded unchanged refused results { message } } }": Document<FaultsFactsShuffled1Mutation, FaultsFactsShuffled1MutationVariables>;
  "query ($after: String, $yesterday: Date!, $longAgo: Date!) { partners(first: 100, after: $after) {\n    nodes { id tierStatus { tier { name } } rewards { balance { amount } }\n      now: measures { measure value }\n      before: measures(asOf: $yesterday) { measure value }\n      long: measures(asOf: $longAgo) { measure value } }\n    pageInfo { hasNextPage endCursor } } }": Document<FaultsFactsShuffled2Query, FaultsFactsShuffled2QueryVariables>;
  "{ partners(first: 100) { nodes { tierStatus { tier { name } } measures(names: [\"revenue\", \"deals\"]) { measure value } } } }": Document<FaultsFactsUnderFire1Query, FaultsFactsUnderFire1QueryVariables>;
  "{ partners(first: 100) { nodes { id tierStatus { tier { name } summary isAtRisk } } } }": Document<FaultsFirstReads1Query, FaultsFirstReads1QueryVariables>;
  "mutation ($asOf: Date!) {\n      placePartners(input: { asOf: $asOf, waitSeconds: 0 }) { run { id } userErrors { code } }\n    }": Document<FaultsPlacementRun1Mutation, FaultsPlacementRun1MutationVariables>;
  "query ($after: String) {\n      partners(first: 100, after: $after) {\n        nodes { code tierStatus { tier { name } asOf } decisions(first: 10) { nodes { asOf } } }\n        pageInfo { hasNextPage endCursor }\n      }\n    }": Document<FaultsPlacementRun2Query, FaultsPlacementRun2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) {\n      tierStatus { tier { name } asOf } tierHistory { tier from } decisions(first: 1) { nodes { programVersion } }\n    } }": Document<FaultsPlacementRun3Query, FaultsPlacementRun3QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { rewards { balance { amount } } measures { value } } }": Document<FaultsSharesAndRefunds1Query, FaultsSharesAndRefunds1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { entitlements { benefit { name } quantity used left isInTransition withdrawnOn } } }": Document<JourneysBenefits1Query, JourneysBenefits1QueryVariables>;
  "{ tiers { name benefits { quantity benefit { name dimension per value cost owner claim fulfilledWithinDays transition } } } }": Document<JourneysBenefits2Query, JourneysBenefits2QueryVariables>;
  "query ($id: ID!, $asOf: Date!) {\n      partner(id: $id) { measures(asOf: $asOf) { measure value } } }": Document<JourneysCalendar1Query, JourneysCalendar1QueryVariables>;
  "query ($code: String!) { partners(filter: { codes: [$code] }) { nodes { id code tierStatus { tier { name } } measures { measure value } rewards { accounts { available { amount } debt { amount } } } } } }": Document<JourneysCases1Query, JourneysCases1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { rewards {\n      balance { amount } withheld { rule ceiling amount { amount } }\n      entries(first: 10) { nodes { on amount { amount } explanation } } } } }": Document<JourneysCeilingByYear1Query, JourneysCeilingByYear1QueryVariables>;
  "query ($f: PartnerFilter) { partners(filter: $f) { nodes { id } } }": Document<JourneysCohorts1Query, JourneysCohorts1QueryVariables>;
  "query { contentPiece(name: \"read\") { use { reads readers useful notUseful } } }": Document<JourneysContent1Query, JourneysContent1QueryVariables>;
  "query ($id: ID!, $asOf: Date!) { partner(id: $id) { measures(asOf: $asOf) { measure value\n  evidence { edges { counted explanation node { externalId } } nodes { externalId } } } } }": Document<JourneysCountedFacts1Query, JourneysCountedFacts1QueryVariables>;
  "{ partners(first: 100) { nodes { id code region tierStatus { tier { name } } } } }": Document<JourneysCrmExport1Query, JourneysCrmExport1QueryVariables>;
  "{ partners(first: 30) { nodes { deals(first: 100) { nodes { id } } decisions(first: 100) { nodes { id } }\n         rewards { balance { amount } entries(first: 100) { nodes { id } } } } } }": Document<JourneysCrmExport2Query, JourneysCrmExport2QueryVariables>;
  "{ partners(first: 100) { nodes { deals(first: 1) { nodes { id } } } } }": Document<JourneysCrmExport3Query, JourneysCrmExport3QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } summary safeUntil\n       decision { safeguards { rule until } }\n       next { requirement { rules { kind subject bound target isMet } } } } } }": Document<JourneysDecimalsAndCadences1Query, JourneysDecimalsAndCadences1QueryVariables>;
  "query { verifyDecisions(first: 10) { faults { kind } } }": Document<JourneysDecimalsAndCadences2Query, JourneysDecimalsAndCadences2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { training { certifications { nodes { checkCode } } } } }": Document<JourneysEnablementVariables1Query, JourneysEnablementVariables1QueryVariables>;
  "{ partners(first: 1) { nodes { id } } }": Document<JourneysExports1Query, JourneysExports1QueryVariables>;
  "{ partners(first: 100) { pageInfo { endCursor } } }": Document<JourneysExports2Query, JourneysExports2QueryVariables>;
  "query ($id: ID!, $asOf: Date, $knownAt: DateTime) {\n  partner(id: $id) {\n    tierStatus { tier { name } }\n    rewards { balance { amount } }\n    measures(asOf: $asOf, knownAt: $knownAt) {\n      measure value notice\n      evidence(first: 100) {\n        nodes {\n          kindName externalId on happenedOn reversedOn customer amount { amount }\n          credit { role share whole { amount } } conversion { told { amount currency } rate rateOn }\n        }\n      }\n    }\n  }\n}": Document<JourneysFactsFixture1Query, JourneysFactsFixture1QueryVariables>;
  "query ($code: String!) { partners(filter: { codes: [$code] }) { nodes { measures { measure value } } } }": Document<JourneysImportFixture1Query, JourneysImportFixture1QueryVariables>;
  "query ($code: String!) { partners(filter: { codes: [$code] }) { nodes { people { nodes { externalId name } } } } }": Document<JourneysImport1Query, JourneysImport1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { measures(names: [\"certified-people\"]) { value } training { certifiedPeople\n      expiring { expiresOn endedBecause course { title } }\n      certifications { nodes { checkCode issuedOn expiresOn isValid countsFrom endedBecause } } } } }": Document<JourneysLearningFixture1Query, JourneysLearningFixture1QueryVariables>;
  "query ($first: Int!) { partners(first: $first) { nodes { training { people certifiedPeople\n    courses { course { title assessment { questions } } completed } expiring { expiresOn }\n    certifications(first: 5) { nodes { level renewableFrom } } }\n    people(first: 5) { nodes { training { completed held { level } } nextSteps { kind course { title } } } } } } }": Document<JourneysLearning1Query, JourneysLearning1QueryVariables>;
  "query ($id: ID!) {\n  partner(id: $id) {\n    tierStatus { tier { name } since }\n    entitlements { benefit { name } withdrawnOn }\n    rewards { balance { amount } }\n  }\n}": Document<JourneysMainJob1Query, JourneysMainJob1QueryVariables>;
  "query ($id: ID!, $asOf: Date!) { partner(id: $id) { measures(asOf: $asOf) { measure value } } }": Document<JourneysMeasures1Query, JourneysMeasures1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { measures(names: [\"of-z\"], asOf: \"2024-07-01\") { value } } }": Document<JourneysMeasures2Query, JourneysMeasures2QueryVariables>;
  "{ viewer { id partners(orderBy: { by: NAME }) { totalCount nodes { code } } } }": Document<JourneysPartnerList1Query, JourneysPartnerList1QueryVariables>;
  "query ($id: ID!) {\n  partner(id: $id) { tierStatus { tier { name } since } decisions(first: 1) { nodes { programVersion asOf } } }\n}": Document<JourneysProgramVersions1Query, JourneysProgramVersions1QueryVariables>;
  "{ benefits { title } courses { title } tiers { name requires { target } } }": Document<JourneysProgramVersions2Query, JourneysProgramVersions2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } } measures { measure value } rewards { balance { amount } } } }": Document<JourneysRegistrationsGuarded1Query, JourneysRegistrationsGuarded1QueryVariables>;
  "query ($partnerId: ID!) { partner(id: $partnerId) { tierStatus { tier { name } summary isAtRisk safeUntil }\n           rewards { balance { amount } } } }": Document<JourneysTierByHand1Query, JourneysTierByHand1QueryVariables>;
  "mutation ($id: ID!, $asOf: Date!) {\n  placePartners(input: { partnerIds: [$id], asOf: $asOf, waitSeconds: 8 }) { run { finishedAt } userErrors { code } }\n}": Document<JourneysVerify1Mutation, JourneysVerify1MutationVariables>;
  "{ partners(filter: { codes: [\"untouched-1\"] }) { nodes { id } } }": Document<JourneysVerify2Query, JourneysVerify2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { whatIf { id } } }": Document<JourneysWhatIf1Query, JourneysWhatIf1QueryVariables>;
  "query ($id: ID!, $deals: [HypotheticalDealInput!]) { partner(id: $id) {\n  measures { measure }\n  tierStatus { tier { name } summary keeping { requirement { kind title isMet } }\n    next { tier { name } thresholds { kind title isMet why actual target gap } ways { steps { kind inWords } } } }\n  whatIf(deals: $deals) { measures { measure } placement { tier { name } summary } } }\n  program { source } }": Document<JourneysWithheldMeasures1Query, JourneysWithheldMeasures1QueryVariables>;
  "query ($after: String) {\n  partners(first: 100, after: $after) {\n    nodes {\n      id\n      tierStatus { tier { benefits { quantity benefit { name } } } }\n      entitlements { quantity isInTransition benefit { name } }\n    }\n    pageInfo { hasNextPage endCursor }\n  }\n}": Document<KitFaultsOfEntitlements1Query, KitFaultsOfEntitlements1QueryVariables>;
  "mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code } } }": Document<SecurityTwoPartners1Mutation, SecurityTwoPartners1MutationVariables>;
}
