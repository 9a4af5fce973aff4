// Written by `npm run schema`; nobody edits it.
import type { Document } from "../kit/document.js";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AdjustmentKind =
  | 'EXCUSED'
  | 'FACTOR';

export type AdjustmentState =
  | 'APPROVED'
  | 'ENDED'
  | 'PROPOSED'
  | 'REJECTED';

export type AnswerInput = {
  readonly options: ReadonlyArray<string>;
  readonly question: string;
};

export type AttributeInput = {
  readonly name: string;
  readonly value: string;
};

export type BenefitClaimState =
  | 'APPROVED'
  | 'FULFILLED'
  | 'REFUSED'
  | 'REQUESTED';

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

export type CohortRuleInput = {
  readonly countries?: ReadonlyArray<string> | null | undefined;
  readonly joinedBefore?: string | null | undefined;
  readonly joinedFrom?: string | null | undefined;
  readonly regions?: ReadonlyArray<string> | null | undefined;
  readonly tiers?: ReadonlyArray<string> | null | undefined;
  readonly tracks?: ReadonlyArray<string> | null | undefined;
};

export type CompletionInput = {
  readonly completedOn: string;
  readonly course: string;
  readonly personId: string;
};

export type ContentKind =
  | 'CASE_STUDY'
  | 'COMPETITIVE_ANALYSIS'
  | 'PLAYBOOK';

export type ContentSectionInput = {
  readonly markdown: string;
  readonly section: ContentSectionName;
};

export type ContentSectionName =
  | 'BODY'
  | 'INTEGRATION_STEPS'
  | 'MESSAGING'
  | 'MOTIONS';

export type CourseRole =
  | 'CUSTOMER_SUCCESS'
  | 'ENGINEERING'
  | 'SALES';

export type CreditInput = {
  readonly role: CreditRole;
  readonly share: string;
};

export type CreditRole =
  | 'INFLUENCED'
  | 'MANAGED'
  | 'SOURCED';

export type DealRegistrationState =
  | 'APPROVED'
  | 'CONVERTED'
  | 'LAPSED'
  | 'REFUSED'
  | 'REQUESTED'
  | 'WITHDRAWN';

export type DealState =
  | 'LOST'
  | 'OPEN'
  | 'WON';

export type DecisionFaultKind =
  | 'CHAIN'
  | 'COLUMNS'
  | 'GAP'
  | 'HASH'
  | 'OUTLOOK'
  | 'REPLAY';

export type DifferenceKind =
  | 'ADDED'
  | 'CHANGED'
  | 'REMOVED';

export type DuplicateState =
  | 'CLOSED'
  | 'DISTINCT'
  | 'EARLIER_STANDS'
  | 'LATER_STANDS'
  | 'ONE_STANDS'
  | 'OPEN';

export type DuplicateVerdict =
  | 'DISTINCT'
  | 'EARLIER_STANDS'
  | 'LATER_STANDS'
  | 'ONE_STANDS';

export type EnrollmentState =
  | 'COMPLETED'
  | 'ENROLLED'
  | 'IN_PROGRESS';

export type ExchangeRateInput = {
  readonly from: string;
  readonly on: string;
  readonly rate: string;
  readonly to: string;
};

export type ExchangeRateOutcome =
  | 'RECORDED'
  | 'REFUSED'
  | 'UNCHANGED';

export type ExchangeRateRefusalCode =
  | 'CURRENCY_INVALID'
  | 'DAY_IN_FUTURE'
  | 'RATE_INVALID'
  | 'RATE_TOLD_TWICE';

export type ExpectedOf =
  | 'BOTH'
  | 'PARTNER'
  | 'VENDOR';

export type ExportFormat =
  | 'CSV'
  | 'JSON_LINES';

export type ExportState =
  | 'CANCELLED'
  | 'DONE'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING';

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

export type FactOutcome =
  | 'RECORDED'
  | 'REFUSED'
  | 'REPLACED'
  | 'UNCHANGED'
  | 'UPDATED'
  | 'VOIDED'
  | 'WAITING';

export type FactReferenceInput = {
  readonly declaredKind?: string | null | undefined;
  readonly externalId: string;
  readonly kind: RecordedFactKind;
  readonly partnerId: string;
};

export type FactRefusalCode =
  | 'AMOUNT_INVALID'
  | 'AMOUNT_MISSING'
  | 'AMOUNT_NEGATIVE'
  | 'ATTRIBUTE_INVALID'
  | 'CONTENT_DIFFERS'
  | 'CREDIT_INVALID'
  | 'CURRENCY_UNSUPPORTED'
  | 'DAY_INVALID'
  | 'DAY_IN_FUTURE'
  | 'DAY_MISSING'
  | 'DEAL_NOT_WON'
  | 'DEAL_OF_ANOTHER_PARTNER'
  | 'DEAL_TAKEN_BACK'
  | 'DEAL_UNKNOWN'
  | 'FACT_NAMED_TWICE'
  | 'FACT_UNKNOWN'
  | 'FACT_VOID'
  | 'FIELD_MISSING'
  | 'HAS_REFUNDS'
  | 'KIND_UNKNOWN'
  | 'PARTNER_UNKNOWN'
  | 'PERIOD_CLOSED'
  | 'QUANTITY_INVALID'
  | 'QUANTITY_MISSING'
  | 'RATE_MISSING'
  | 'RECORDED_FOR_ANOTHER_PARTNER'
  | 'REFUND_EXCEEDS_DEAL'
  | 'SHARES_EXCEED_WHOLE'
  | 'SHARE_DIFFERS'
  | 'TEXT_INVALID'
  | 'TOTAL_DIFFERS';

export type FairnessDimension =
  | 'REGION'
  | 'SIZE'
  | 'TRACK';

export type FindingSeverity =
  | 'ADVICE'
  | 'ERROR'
  | 'WARNING';

export type FundRequestState =
  | 'APPROVED'
  | 'CLAIMED'
  | 'EXPIRED'
  | 'REFUSED'
  | 'REIMBURSED'
  | 'REQUESTED';

export type HypotheticalAttributeInput = {
  readonly name: string;
  readonly value: string;
};

export type HypotheticalCertificationInput = {
  readonly level: string;
  readonly personId?: string | null | undefined;
  readonly product?: string | null | undefined;
};

export type HypotheticalDealInput = {
  readonly amount?: string | null | undefined;
  readonly attributes?: ReadonlyArray<HypotheticalAttributeInput> | null | undefined;
  readonly customer?: string | null | undefined;
  readonly product?: string | null | undefined;
};

export type HypotheticalFactInput = {
  readonly amount?: string | null | undefined;
  readonly attributes?: ReadonlyArray<HypotheticalAttributeInput> | null | undefined;
  readonly customer?: string | null | undefined;
  readonly declaredKind?: string | null | undefined;
  readonly kind: RecordedFactKind;
  readonly product?: string | null | undefined;
  readonly quantity?: number | null | undefined;
  readonly until?: string | null | undefined;
};

export type Indicator =
  | 'AVERAGE_DEAL'
  | 'GROSS_RETENTION'
  | 'INTEGRATION_ADOPTION'
  | 'LEAD_CONVERSION'
  | 'LEAD_CONVERSION_TIME'
  | 'NET_RETENTION'
  | 'NPS'
  | 'OPEN_DEALS'
  | 'PIPELINE_VELOCITY'
  | 'RENEWAL_RATE'
  | 'SALES_CYCLE'
  | 'WIN_RATE'
  | 'WON_AMOUNT'
  | 'WON_DEALS';

export type IndicatorDimension =
  | 'NONE'
  | 'REGION'
  | 'TIER'
  | 'TRACK';

export type IndicatorStep =
  | 'MONTH'
  | 'QUARTER'
  | 'WHOLE';

export type IndicatorTiming =
  | 'LAGGING'
  | 'LEADING';

export type IndicatorUnit =
  | 'COUNT'
  | 'DAYS'
  | 'MONEY'
  | 'PERCENT'
  | 'POINTS';

export type LedgerAccount =
  | 'FUND_ALLOCATED'
  | 'FUND_BUDGET'
  | 'FUND_COMMITTED'
  | 'FUND_REIMBURSED'
  | 'PARTNER_DEBT'
  | 'PARTNER_EARNED'
  | 'PARTNER_PENDING'
  | 'PARTNER_RESERVED'
  | 'PROGRAM_BONUSES'
  | 'PROGRAM_EXPIRED'
  | 'PROGRAM_PAID'
  | 'PROGRAM_REBATES'
  | 'PROGRAM_SPIFFS';

export type LedgerEntryKind =
  | 'BONUS_ACCRUED'
  | 'BONUS_CORRECTED'
  | 'CLAWED_BACK'
  | 'FUND_ALLOCATED'
  | 'FUND_COMMITTED'
  | 'FUND_EXPIRED'
  | 'FUND_REIMBURSED'
  | 'FUND_RELEASED'
  | 'REBATE_ACCRUED'
  | 'REBATE_CORRECTED'
  | 'REDEMPTION_PAID'
  | 'REDEMPTION_REQUESTED'
  | 'REDEMPTION_RETURNED'
  | 'REWARDS_EARNED'
  | 'REWARDS_EXPIRED'
  | 'REWARDS_RENEWED'
  | 'SPIFF_ACCRUED'
  | 'SPIFF_CORRECTED';

export type LedgerFaultKind =
  | 'BALANCE'
  | 'CHAIN'
  | 'CREDIT'
  | 'REWARD'
  | 'UNBALANCED';

export type ManagerRole =
  | 'SUCCESS_MANAGER'
  | 'TECHNICAL_ACCOUNT_MANAGER';

export type MeasureUnit =
  | 'COUNT'
  | 'MONEY'
  | 'PERCENT'
  | 'POINTS';

export type NextStepKind =
  | 'CONTINUE'
  | 'RENEW'
  | 'START';

export type OnboardingDoneBecause =
  | 'COURSE'
  | 'FACT'
  | 'HAND'
  | 'VALIDATION';

export type OnboardingHealth =
  | 'AT_RISK'
  | 'BLOCKED'
  | 'COMPLETE'
  | 'LATE'
  | 'ON_TRACK';

export type OnboardingOccasion =
  | 'JOINING'
  | 'PROMOTION';

export type OnboardingStepOwner =
  | 'PARTNER'
  | 'VENDOR';

export type OnboardingStepState =
  | 'BLOCKED'
  | 'DONE'
  | 'OPEN'
  | 'WAITING';

export type OverrideKind =
  | 'APPROVAL'
  | 'HOLD'
  | 'TIER'
  | 'TIER_AT_LEAST';

export type OverrideState =
  | 'APPROVED'
  | 'ENDED'
  | 'REFUSED'
  | 'REQUESTED';

export type PartnerFilter = {
  readonly code?: string | null | undefined;
  readonly cohort?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly tier?: string | null | undefined;
  readonly track?: string | null | undefined;
};

export type PartnerInput = {
  readonly code: string;
  readonly country?: string | null | undefined;
  readonly joinedOn?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly tracks?: ReadonlyArray<string> | null | undefined;
};

export type PayoutInput = {
  readonly failure?: string | null | undefined;
  readonly redemptionId: string;
  readonly reference?: string | null | undefined;
};

export type PersonInput = {
  readonly email?: string | null | undefined;
  readonly externalId: string;
  readonly name?: string | null | undefined;
  readonly partnerId: string;
  readonly role?: PersonRole | null | undefined;
};

export type PersonRole =
  | 'CUSTOMER_SUCCESS'
  | 'ENGINEERING'
  | 'SALES';

export type PlacementOutcome =
  | 'DEMOTED'
  | 'KEPT'
  | 'PLACED'
  | 'PROMOTED';

export type PlacementRunReason =
  | 'DAILY'
  | 'ON_DEMAND'
  | 'PROGRAM_PUBLISHED'
  | 'REVIEWED'
  | 'RULED'
  | 'TRACKS_CHANGED';

export type ProgramState =
  | 'ANNOUNCED'
  | 'IN_FORCE'
  | 'SUPERSEDED';

export type ProposeAdjustmentInput = {
  readonly factor?: string | null | undefined;
  readonly from: string;
  readonly kind: AdjustmentKind;
  readonly markets?: ReadonlyArray<string> | null | undefined;
  readonly measure: string;
  readonly regions?: ReadonlyArray<string> | null | undefined;
  readonly to: string;
  readonly why: string;
};

export type PublishAssessmentInput = {
  readonly attempts: number;
  readonly coolDownDays: number;
  readonly course: string;
  readonly passPercent: number;
  readonly pools: ReadonlyArray<QuestionPoolInput>;
};

export type PublishScenarioInput = {
  readonly name: string;
  readonly scenes: ReadonlyArray<ScenarioSceneInput>;
  readonly summary: string;
  readonly title: string;
};

export type QuestionInput = {
  readonly name: string;
  readonly options: ReadonlyArray<QuestionOptionInput>;
  readonly text: string;
};

export type QuestionOptionInput = {
  readonly isRight: boolean;
  readonly name: string;
  readonly text: string;
};

export type QuestionPoolInput = {
  readonly draw: number;
  readonly name: string;
  readonly questions: ReadonlyArray<QuestionInput>;
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

export type RedemptionState =
  | 'APPROVED'
  | 'PAID'
  | 'PAYING'
  | 'REFUSED'
  | 'REQUESTED'
  | 'RETURNED';

export type RegisterManagerInput = {
  readonly capacity: number;
  readonly code: string;
  readonly email?: string | null | undefined;
  readonly name: string;
  readonly regions?: ReadonlyArray<string> | null | undefined;
  readonly role: ManagerRole;
  readonly tiers?: ReadonlyArray<string> | null | undefined;
};

export type RegistrationConflictState =
  | 'CLOSED'
  | 'DEAL_STANDS'
  | 'OPEN'
  | 'REGISTRATION_STANDS';

export type RegistrationConflictVerdict =
  | 'DEAL_STANDS'
  | 'REGISTRATION_STANDS';

export type ReviewAnswerInput = {
  readonly answer: number;
  readonly question: string;
};

export type RewardEntryKind =
  | 'BONUS_ACCRUED'
  | 'BONUS_CORRECTED'
  | 'CLAWED_BACK'
  | 'REBATE_ACCRUED'
  | 'REBATE_CORRECTED'
  | 'SPIFF_ACCRUED'
  | 'SPIFF_CORRECTED';

export type RewardSection =
  | 'BONUSES'
  | 'REBATES'
  | 'SPIFFS';

export type RollupTable =
  | 'DAY'
  | 'MONTH';

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

export type SandboxStage =
  | 'LOST'
  | 'OPEN'
  | 'WON';

export type SaveCohortInput = {
  readonly description: string;
  readonly name: string;
  readonly partnerIds?: ReadonlyArray<string> | null | undefined;
  readonly rule?: CohortRuleInput | null | undefined;
};

export type ScenarioChoiceInput = {
  readonly name: string;
  readonly next?: string | null | undefined;
  readonly points: number;
  readonly text: string;
  readonly why: string;
};

export type ScenarioSceneInput = {
  readonly choices: ReadonlyArray<ScenarioChoiceInput>;
  readonly name: string;
  readonly text: string;
};

export type SessionKind =
  | 'BOOT_CAMP'
  | 'LAB'
  | 'SECURITY_REVIEW'
  | 'TECHNICAL_SESSION';

export type SessionObligationState =
  | 'BOOKED'
  | 'MET'
  | 'MISSED'
  | 'OPEN';

export type SessionPlaceState =
  | 'CANCELLED'
  | 'SEATED'
  | 'WAITING';

export type StatementResultKind =
  | 'PASSED_OVER'
  | 'RECORDED'
  | 'REFUSED'
  | 'UNCHANGED';

export type TrainingOutcome =
  | 'RECORDED'
  | 'REFUSED'
  | 'UNCHANGED';

export type TrainingRefusalCode =
  | 'COURSE_UNKNOWN'
  | 'DAY_INVALID'
  | 'DAY_IN_FUTURE'
  | 'PERSON_NOT_FOUND';

export type ValidationState =
  | 'FAILED'
  | 'PASSED'
  | 'RUNNING'
  | 'WAITING';

export type WaitingFactDecision =
  | 'DISCARD'
  | 'TRY_AGAIN'
  | 'USE_KNOWN_TOTAL'
  | 'USE_THIS_TOTAL';

export type WaitingFactState =
  | 'DISCARDED'
  | 'RECORDED'
  | 'WAITING';

export type WriteContentInput = {
  readonly freshUntil: string;
  readonly kind: ContentKind;
  readonly maturities?: ReadonlyArray<string> | null | undefined;
  readonly motion?: string | null | undefined;
  readonly name: string;
  readonly owner: string;
  readonly role?: CourseRole | null | undefined;
  readonly sections: ReadonlyArray<ContentSectionInput>;
  readonly summary: string;
  readonly tiers?: ReadonlyArray<string> | null | undefined;
  readonly title: string;
  readonly tracks?: ReadonlyArray<string> | null | undefined;
};

export type BenefitClaimsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BenefitClaimsQuery = { readonly partner: { readonly id: string, readonly benefitClaims: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly benefit: string, readonly quantity: number, readonly state: BenefitClaimState, readonly note: string | null, readonly requestedAt: string, readonly requestedBy: string, readonly decidedBy: string | null, readonly reason: string | null, readonly dueOn: string | null, readonly isOverdue: boolean, readonly fulfilledAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type ClaimBenefitMutationVariables = Exact<{
  partnerId: string;
  benefit: string;
  quantity?: number | null | undefined;
  note?: string | null | undefined;
  idempotencyKey: string;
}>;


export type ClaimBenefitMutation = { readonly claimBenefit: { readonly claim: { readonly id: string, readonly benefit: string, readonly quantity: number, readonly state: BenefitClaimState, readonly requestedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideBenefitClaimMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason: string;
}>;


export type DecideBenefitClaimMutation = { readonly decideBenefitClaim: { readonly claim: { readonly id: string, readonly state: BenefitClaimState, readonly decidedBy: string | null, readonly reason: string | null, readonly dueOn: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type EntitlementsQueryVariables = Exact<{
  partnerId: string;
}>;


export type EntitlementsQuery = { readonly partner: { readonly id: string, readonly name: string, readonly entitlements: ReadonlyArray<{ readonly id: string, readonly tier: string, readonly quantity: number | null, readonly used: number | null, readonly left: number | null, readonly isInTransition: boolean, readonly grantedOn: string, readonly withdrawnOn: string | null, readonly benefit: { readonly name: string, readonly title: string, readonly dimension: BenefitDimension } }> | null } | null };

export type FulfilBenefitClaimMutationVariables = Exact<{
  id: string;
}>;


export type FulfilBenefitClaimMutation = { readonly fulfilBenefitClaim: { readonly claim: { readonly id: string, readonly state: BenefitClaimState, readonly fulfilledAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OpenBenefitClaimsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OpenBenefitClaimsQuery = { readonly openBenefitClaims: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly partnerId: string, readonly benefit: string, readonly quantity: number, readonly state: BenefitClaimState, readonly note: string | null, readonly requestedAt: string, readonly dueOn: string | null, readonly isOverdue: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ConfirmContentMutationVariables = Exact<{
  name: string;
  freshUntil: string;
}>;


export type ConfirmContentMutation = { readonly confirmContent: { readonly content: { readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ContentCareQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContentCareQuery = { readonly staleContent: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly title: string, readonly owner: string, readonly freshUntil: string, readonly use: { readonly reads: number, readonly readers: number, readonly useful: number, readonly notUseful: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly contentDrafts: ReadonlyArray<{ readonly name: string, readonly title: string, readonly version: number, readonly writtenAt: string, readonly isPublished: boolean }> | null };

export type ContentPieceQueryVariables = Exact<{
  name: string;
}>;


export type ContentPieceQuery = { readonly contentPiece: { readonly title: string, readonly kind: ContentKind, readonly summary: string, readonly owner: string, readonly version: number, readonly writtenAt: string, readonly freshUntil: string, readonly isStale: boolean, readonly sections: ReadonlyArray<{ readonly section: ContentSectionName, readonly markdown: string, readonly html: string }> } | null };

export type ContentQueryVariables = Exact<{
  kind?: ContentKind | null | undefined;
  role?: CourseRole | null | undefined;
  maturity?: string | null | undefined;
  motion?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContentQuery = { readonly content: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly kind: ContentKind, readonly title: string, readonly summary: string, readonly role: CourseRole | null, readonly maturities: ReadonlyArray<string>, readonly motion: string | null, readonly owner: string, readonly version: number, readonly freshUntil: string, readonly isStale: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type NoteReadingMutationVariables = Exact<{
  partnerId: string;
  name: string;
  isUseful?: boolean | null | undefined;
}>;


export type NoteReadingMutation = { readonly noteReading: { readonly content: { readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PublishContentMutationVariables = Exact<{
  name: string;
  version?: number | null | undefined;
}>;


export type PublishContentMutation = { readonly publishContent: { readonly content: { readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type WriteContentMutationVariables = Exact<{
  input: WriteContentInput;
}>;


export type WriteContentMutation = { readonly writeContent: { readonly content: { readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CancelExportMutationVariables = Exact<{
  exportId: string;
}>;


export type CancelExportMutation = { readonly cancelExport: { readonly export: { readonly id: string, readonly state: ExportState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ExportsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExportsQuery = { readonly exports: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly format: ExportFormat, readonly state: ExportState, readonly rows: number, readonly problem: string | null, readonly requestedAt: string, readonly endedAt: string | null, readonly expiresAt: string, readonly link: { readonly url: string, readonly expiresAt: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RemoveSavedQueryMutationVariables = Exact<{
  name: string;
}>;


export type RemoveSavedQueryMutation = { readonly removeSavedQuery: { readonly removed: string | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SaveQueryMutationVariables = Exact<{
  name: string;
  source: string;
  variables?: string | null | undefined;
}>;


export type SaveQueryMutation = { readonly saveQuery: { readonly savedQuery: { readonly name: string, readonly savedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SavedQueriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SavedQueriesQuery = { readonly savedQueries: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly source: string, readonly variables: string, readonly savedAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type StartExportMutationVariables = Exact<{
  savedQuery: string;
  format?: ExportFormat | null | undefined;
  variables?: string | null | undefined;
  key: string;
}>;


export type StartExportMutation = { readonly startExport: { readonly export: { readonly id: string, readonly state: ExportState, readonly rows: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideDuplicateMutationVariables = Exact<{
  duplicateId: string;
  verdict: DuplicateVerdict;
  standingFactId?: string | null | undefined;
  note: string;
}>;


export type DecideDuplicateMutation = { readonly decideDuplicate: { readonly duplicate: { readonly id: string, readonly state: DuplicateState, readonly decidedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideWaitingFactMutationVariables = Exact<{
  id: string;
  decision: WaitingFactDecision;
  note: string;
}>;


export type DecideWaitingFactMutation = { readonly decideWaitingFact: { readonly waitingFact: { readonly id: string, readonly state: WaitingFactState, readonly externalId: string, readonly endedAt: string | null, readonly note: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DeclareOwnedCustomersMutationVariables = Exact<{
  partnerId: string;
  customers: ReadonlyArray<string>;
}>;


export type DeclareOwnedCustomersMutation = { readonly declareOwnedCustomers: { readonly corrected: number, readonly left: number, readonly partner: { readonly id: string, readonly ownedCustomers: ReadonlyArray<string> | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DuplicatesQueryVariables = Exact<{
  state?: DuplicateState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DuplicatesQuery = { readonly duplicates: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: DuplicateState, readonly foundAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly note: string | null, readonly earlier: { readonly partner: { readonly id: string, readonly name: string }, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }, readonly later: { readonly partner: { readonly id: string, readonly name: string }, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }, readonly facts: ReadonlyArray<{ readonly partner: { readonly id: string, readonly name: string }, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ExchangeRatesQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ExchangeRatesQuery = { readonly exchangeRates: { readonly edges: ReadonlyArray<{ readonly node: { readonly from: string, readonly to: string, readonly on: string, readonly rate: string, readonly recordedAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PartnerDealsQueryVariables = Exact<{
  partnerId: string;
  states?: ReadonlyArray<DealState> | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerDealsQuery = { readonly partner: { readonly id: string, readonly name: string, readonly deals: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly externalId: string, readonly state: DealState, readonly openedOn: string | null, readonly closedOn: string | null, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly attributes: ReadonlyArray<{ readonly name: string, readonly value: string }>, readonly registration: { readonly id: string, readonly customer: string, readonly requestedAt: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type RecordExchangeRatesMutationVariables = Exact<{
  rates: ReadonlyArray<ExchangeRateInput>;
  dryRun?: boolean | null | undefined;
}>;


export type RecordExchangeRatesMutation = { readonly recordExchangeRates: { readonly recorded: number, readonly unchanged: number, readonly refused: number, readonly results: ReadonlyArray<{ readonly index: number, readonly outcome: ExchangeRateOutcome, readonly code: ExchangeRateRefusalCode | null, readonly field: string | null, readonly message: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RecordFactsMutationVariables = Exact<{
  facts: ReadonlyArray<FactInput>;
  dryRun?: boolean | null | undefined;
}>;


export type RecordFactsMutation = { readonly recordFacts: { readonly recorded: number, readonly updated: number, readonly unchanged: number, readonly waiting: number, readonly refused: number, readonly results: ReadonlyArray<{ readonly index: number, readonly externalId: string, readonly outcome: FactOutcome, readonly factId: string | null, readonly countsOn: string | null, readonly code: FactRefusalCode | null, readonly field: string | null, readonly message: string | null, readonly notice: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ReplaceFactsMutationVariables = Exact<{
  facts: ReadonlyArray<FactInput>;
  reason: string;
}>;


export type ReplaceFactsMutation = { readonly replaceFacts: { readonly replaced: number, readonly refused: number, readonly results: ReadonlyArray<{ readonly index: number, readonly externalId: string, readonly outcome: FactOutcome, readonly factId: string | null, readonly countsOn: string | null, readonly code: FactRefusalCode | null, readonly field: string | null, readonly message: string | null, readonly notice: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type VoidFactsMutationVariables = Exact<{
  facts: ReadonlyArray<FactReferenceInput>;
  reason: string;
}>;


export type VoidFactsMutation = { readonly voidFacts: { readonly voided: number, readonly refused: number, readonly results: ReadonlyArray<{ readonly index: number, readonly externalId: string, readonly outcome: FactOutcome, readonly factId: string | null, readonly countsOn: string | null, readonly code: FactRefusalCode | null, readonly field: string | null, readonly message: string | null, readonly notice: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type WaitingFactsQueryVariables = Exact<{
  state?: WaitingFactState | null | undefined;
  partnerId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WaitingFactsQuery = { readonly waitingFacts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: WaitingFactState, readonly kindName: string, readonly externalId: string, readonly code: FactRefusalCode, readonly message: string, readonly deal: string | null, readonly on: string | null, readonly amount: string | null, readonly currency: string | null, readonly reportedAt: string, readonly endedAt: string | null, readonly note: string | null, readonly partner: { readonly id: string, readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AllocateFundMutationVariables = Exact<{
  partnerId: string;
  fund: string;
  amount: string;
  reason: string;
  idempotencyKey: string;
}>;


export type AllocateFundMutation = { readonly allocateFund: { readonly isAllocated: boolean, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type AttachProofMutationVariables = Exact<{
  id: string;
  fileName: string;
  mediaType: string;
  content: string;
}>;


export type AttachProofMutation = { readonly attachProof: { readonly proof: { readonly id: string, readonly fileName: string, readonly sizeBytes: number, readonly sha256: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type ClaimFundsMutationVariables = Exact<{
  id: string;
  spent: string;
}>;


export type ClaimFundsMutation = { readonly claimFunds: { readonly request: { readonly id: string, readonly state: FundRequestState, readonly spent: { readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type DecideFundClaimMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason: string;
  reference?: string | null | undefined;
}>;


export type DecideFundClaimMutation = { readonly decideFundClaim: { readonly request: { readonly id: string, readonly state: FundRequestState, readonly externalReference: string | null, readonly reason: string | null, readonly reimbursed: { readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type DecideFundRequestMutationVariables = Exact<{
  id: string;
  approve: boolean;
  amount?: string | null | undefined;
  reason: string;
}>;


export type DecideFundRequestMutation = { readonly decideFundRequest: { readonly request: { readonly id: string, readonly state: FundRequestState, readonly claimBy: string | null, readonly reason: string | null, readonly approved: { readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type FundUtilisationQueryVariables = Exact<{ [key: string]: never; }>;


export type FundUtilisationQuery = { readonly fundUtilisation: ReadonlyArray<{ readonly fund: string, readonly periodFrom: string, readonly budget: { readonly amount: string, readonly currency: string } | null, readonly given: { readonly amount: string, readonly currency: string }, readonly allocated: { readonly amount: string, readonly currency: string }, readonly committed: { readonly amount: string, readonly currency: string }, readonly reimbursed: { readonly amount: string, readonly currency: string } }> | null };

export type PartnerFundsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerFundsQuery = { readonly partner: { readonly id: string, readonly funds: ReadonlyArray<{ readonly fund: string, readonly title: string, readonly why: string, readonly periodFrom: string, readonly periodTo: string, readonly reimburses: string, readonly claimWithinDays: number, readonly due: { readonly amount: string, readonly currency: string } | null, readonly allocated: { readonly amount: string, readonly currency: string }, readonly committed: { readonly amount: string, readonly currency: string }, readonly reimbursed: { readonly amount: string, readonly currency: string } }> | null, readonly fundRequests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly fund: string, readonly activity: string, readonly state: FundRequestState, readonly reason: string | null, readonly claimBy: string | null, readonly externalReference: string | null, readonly amount: { readonly amount: string, readonly currency: string }, readonly approved: { readonly amount: string, readonly currency: string } | null, readonly spent: { readonly amount: string, readonly currency: string } | null, readonly reimbursed: { readonly amount: string, readonly currency: string } | null, readonly proofs: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly mediaType: string, readonly sizeBytes: number, readonly sha256: string, readonly storedAt: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type RequestFundsMutationVariables = Exact<{
  partnerId: string;
  fund: string;
  activity: string;
  amount: string;
  idempotencyKey: string;
}>;


export type RequestFundsMutation = { readonly requestFunds: { readonly request: { readonly id: string, readonly state: FundRequestState, readonly fund: string, readonly periodFrom: string, readonly amount: { readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type WaitingFundRequestsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WaitingFundRequestsQuery = { readonly waitingFundRequests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly partnerId: string, readonly fund: string, readonly activity: string, readonly state: FundRequestState, readonly requestedAt: string, readonly requestedBy: string, readonly amount: { readonly amount: string, readonly currency: string }, readonly spent: { readonly amount: string, readonly currency: string } | null, readonly proofs: ReadonlyArray<{ readonly id: string, readonly fileName: string, readonly mediaType: string, readonly sizeBytes: number, readonly sha256: string, readonly content: string | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AddSandboxDealMutationVariables = Exact<{
  key: string;
  customerId: number;
  amount: string;
  product: string;
  stage: SandboxStage;
}>;


export type AddSandboxDealMutation = { readonly addSandboxDeal: { readonly deal: { readonly id: number, readonly customerId: number, readonly amount: string, readonly product: string, readonly stage: SandboxStage } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DeclareEndpointMutationVariables = Exact<{
  partnerId: string;
  url: string;
}>;


export type DeclareEndpointMutation = { readonly declareEndpoint: { readonly endpoint: { readonly url: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ExtendSandboxMutationVariables = Exact<{
  sandboxId: string;
}>;


export type ExtendSandboxMutation = { readonly extendSandbox: { readonly sandbox: { readonly id: string, readonly label: string, readonly provider: string, readonly leasedOn: string, readonly expiresOn: string, readonly extended: number, readonly isOpen: boolean, readonly reclaimedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type LeaseSandboxMutationVariables = Exact<{
  partnerId: string;
  label: string;
}>;


export type LeaseSandboxMutation = { readonly leaseSandbox: { readonly sandbox: { readonly id: string, readonly label: string, readonly provider: string, readonly leasedOn: string, readonly expiresOn: string, readonly extended: number, readonly isOpen: boolean, readonly reclaimedAt: string | null, readonly key: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PartnerSandboxesQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerSandboxesQuery = { readonly partner: { readonly id: string, readonly sandboxes: ReadonlyArray<{ readonly id: string, readonly label: string, readonly provider: string, readonly leasedOn: string, readonly expiresOn: string, readonly extended: number, readonly isOpen: boolean, readonly reclaimedAt: string | null }> | null } | null };

export type PartnerValidationsQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerValidationsQuery = { readonly validations: ReadonlyArray<{ readonly name: string, readonly title: string, readonly why: string, readonly tracks: ReadonlyArray<string>, readonly checks: ReadonlyArray<string> }> | null, readonly partner: { readonly id: string, readonly endpoint: string | null, readonly validationRuns: ReadonlyArray<{ readonly id: string, readonly validation: string, readonly title: string, readonly state: ValidationState, readonly url: string | null, readonly startedAt: string, readonly checks: ReadonlyArray<{ readonly name: string, readonly title: string, readonly asks: string, readonly isManual: boolean, readonly hasPassed: boolean | null, readonly evidence: string | null, readonly checkedAt: string | null }> }> | null } | null };

export type RecordCheckMutationVariables = Exact<{
  runId: string;
  check: string;
  hasPassed: boolean;
  evidence: string;
}>;


export type RecordCheckMutation = { readonly recordCheck: { readonly run: { readonly id: string, readonly validation: string, readonly title: string, readonly state: ValidationState, readonly url: string | null, readonly startedAt: string, readonly checks: ReadonlyArray<{ readonly name: string, readonly title: string, readonly asks: string, readonly isManual: boolean, readonly hasPassed: boolean | null, readonly evidence: string | null, readonly checkedAt: string | null }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ReleaseSandboxMutationVariables = Exact<{
  sandboxId: string;
}>;


export type ReleaseSandboxMutation = { readonly releaseSandbox: { readonly sandbox: { readonly id: string, readonly label: string, readonly provider: string, readonly leasedOn: string, readonly expiresOn: string, readonly extended: number, readonly isOpen: boolean, readonly reclaimedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RunValidationMutationVariables = Exact<{
  partnerId: string;
  validation: string;
}>;


export type RunValidationMutation = { readonly runValidation: { readonly run: { readonly id: string, readonly validation: string, readonly title: string, readonly state: ValidationState, readonly url: string | null, readonly startedAt: string, readonly checks: ReadonlyArray<{ readonly name: string, readonly title: string, readonly asks: string, readonly isManual: boolean, readonly hasPassed: boolean | null, readonly evidence: string | null, readonly checkedAt: string | null }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SandboxDataQueryVariables = Exact<{
  key: string;
}>;


export type SandboxDataQuery = { readonly sandboxData: { readonly expiresOn: string, readonly customers: ReadonlyArray<{ readonly id: number, readonly name: string, readonly country: string, readonly seats: number }>, readonly deals: ReadonlyArray<{ readonly id: number, readonly customerId: number, readonly amount: string, readonly product: string, readonly stage: SandboxStage }> } | null };

export type AdjustmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type AdjustmentsQuery = { readonly adjustments: ReadonlyArray<{ readonly id: string, readonly measure: string, readonly kind: AdjustmentKind, readonly state: AdjustmentState, readonly from: string, readonly to: string, readonly factor: string | null, readonly regions: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string, readonly method: string | null, readonly proposedBy: string | null, readonly decidedBy: string | null }> | null };

export type CohortIndicatorsQueryVariables = Exact<{
  name: string;
  from: string;
  to: string;
  by?: IndicatorDimension | null | undefined;
  step?: IndicatorStep | null | undefined;
}>;


export type CohortIndicatorsQuery = { readonly cohort: { readonly name: string, readonly size: number | null, readonly indicators: ReadonlyArray<{ readonly name: string, readonly from: string, readonly to: string, readonly partners: number | null, readonly values: ReadonlyArray<{ readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null }> | null }> | null } | null };

export type DecideAdjustmentMutationVariables = Exact<{
  adjustmentId: string;
  isApproved: boolean;
}>;


export type DecideAdjustmentMutation = { readonly decideAdjustment: { readonly adjustment: { readonly id: string, readonly state: AdjustmentState, readonly decidedBy: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type EndAdjustmentMutationVariables = Exact<{
  adjustmentId: string;
}>;


export type EndAdjustmentMutation = { readonly endAdjustment: { readonly adjustment: { readonly id: string, readonly state: AdjustmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type IndicatorsQueryVariables = Exact<{
  from: string;
  to: string;
  by?: IndicatorDimension | null | undefined;
  step?: IndicatorStep | null | undefined;
}>;


export type IndicatorsQuery = { readonly indicators: ReadonlyArray<{ readonly name: string, readonly from: string, readonly to: string, readonly partners: number | null, readonly values: ReadonlyArray<{ readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null }> | null }> | null, readonly tierProgression: ReadonlyArray<{ readonly tier: string, readonly partners: number | null, readonly movedUp: number | null, readonly movedDown: number | null, readonly progressionRate: string | null }> | null };

export type PartnerIndicatorsQueryVariables = Exact<{
  partnerId: string;
  from: string;
  to: string;
}>;


export type PartnerIndicatorsQuery = { readonly partner: { readonly id: string, readonly name: string, readonly indicators: { readonly from: string, readonly to: string, readonly values: ReadonlyArray<{ readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null }> | null } | null } | null };

export type ProposeAdjustmentMutationVariables = Exact<{
  input: ProposeAdjustmentInput;
}>;


export type ProposeAdjustmentMutation = { readonly proposeAdjustment: { readonly adjustment: { readonly id: string, readonly state: AdjustmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ProposeSeasonalFactorsMutationVariables = Exact<{
  measure: string;
  months?: number | null | undefined;
}>;


export type ProposeSeasonalFactorsMutation = { readonly proposeSeasonalFactors: { readonly adjustments: ReadonlyArray<{ readonly id: string, readonly from: string, readonly to: string, readonly factor: string | null, readonly why: string, readonly method: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type BlockOnboardingStepMutationVariables = Exact<{
  planId: string;
  step: string;
  reason?: string | null | undefined;
}>;


export type BlockOnboardingStepMutation = { readonly blockOnboardingStep: { readonly step: { readonly name: string, readonly state: OnboardingStepState, readonly doneOn: string | null, readonly doneBecause: OnboardingDoneBecause | null, readonly evidence: string | null, readonly blockedBecause: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CompleteOnboardingStepMutationVariables = Exact<{
  planId: string;
  step: string;
  evidence?: string | null | undefined;
}>;


export type CompleteOnboardingStepMutation = { readonly completeOnboardingStep: { readonly step: { readonly name: string, readonly state: OnboardingStepState, readonly doneOn: string | null, readonly doneBecause: OnboardingDoneBecause | null, readonly evidence: string | null, readonly blockedBecause: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type LatePlansQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LatePlansQuery = { readonly latePlans: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly health: OnboardingHealth, readonly percent: number, readonly partner: { readonly id: string, readonly name: string }, readonly steps: ReadonlyArray<{ readonly title: string, readonly owner: OnboardingStepOwner, readonly dueOn: string, readonly isOverdue: boolean, readonly blockedBecause: string | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type OnboardingOverviewQueryVariables = Exact<{
  from: string;
}>;


export type OnboardingOverviewQuery = { readonly onboardingOverview: { readonly plans: number, readonly complete: number, readonly late: number, readonly blocked: number, readonly joined: number, readonly withFirstValue: number, readonly medianDays: number | null } | null };

export type PartnerOnboardingQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerOnboardingQuery = { readonly partner: { readonly id: string, readonly onboarding: { readonly joinedOn: string | null, readonly firstValueOn: string | null, readonly daysToFirstValue: number | null, readonly plans: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly why: string, readonly occasion: OnboardingOccasion, readonly madeOn: string, readonly health: OnboardingHealth, readonly percent: number, readonly steps: ReadonlyArray<{ readonly name: string, readonly title: string, readonly description: string | null, readonly owner: OnboardingStepOwner, readonly state: OnboardingStepState, readonly dueOn: string, readonly isOverdue: boolean, readonly after: ReadonlyArray<string>, readonly waitsFor: string | null, readonly needsEvidence: boolean, readonly doneOn: string | null, readonly doneBecause: OnboardingDoneBecause | null, readonly evidence: string | null, readonly blockedBecause: string | null, readonly blockedAt: string | null }> }> } | null } | null };

export type AssignManagerMutationVariables = Exact<{
  partnerId: string;
  code: string;
  reason: string;
}>;


export type AssignManagerMutation = { readonly assignManager: { readonly manager: { readonly code: string, readonly name: string, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CohortQueryVariables = Exact<{
  name: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CohortQuery = { readonly cohort: { readonly name: string, readonly description: string, readonly size: number | null, readonly partners: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string, readonly tierStatus: { readonly tier: { readonly id: string, readonly name: string } } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type CohortsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CohortsQuery = { readonly cohorts: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly description: string, readonly size: number | null, readonly savedAt: string, readonly savedBy: string, readonly rule: { readonly tiers: ReadonlyArray<string> | null, readonly regions: ReadonlyArray<string> | null, readonly countries: ReadonlyArray<string> | null, readonly tracks: ReadonlyArray<string> | null, readonly joinedFrom: string | null, readonly joinedBefore: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type HandOverPartnersMutationVariables = Exact<{
  from: string;
  to?: string | null | undefined;
  reason: string;
}>;


export type HandOverPartnersMutation = { readonly handOverPartners: { readonly manager: { readonly code: string, readonly name: string, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type MovePersonMutationVariables = Exact<{
  personId: string;
  partnerId: string;
  externalId?: string | null | undefined;
}>;


export type MovePersonMutation = { readonly movePerson: { readonly person: { readonly id: string, readonly externalId: string, readonly role: PersonRole | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type NodesQueryVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type NodesQuery = { readonly nodes: ReadonlyArray<
    | { readonly __typename: 'BenefitClaim', readonly id: string }
    | { readonly __typename: 'Certification', readonly id: string }
    | { readonly __typename: 'Deal', readonly id: string, readonly customer: string | null }
    | { readonly __typename: 'DealRegistration', readonly id: string }
    | { readonly __typename: 'Decision', readonly id: string, readonly summary: string }
    | { readonly __typename: 'FundRequest', readonly id: string }
    | { readonly __typename: 'Measurement', readonly id: string, readonly measure: string, readonly value: string | null }
    | { readonly __typename: 'OnboardingPlan', readonly id: string }
    | { readonly __typename: 'Override', readonly id: string }
    | { readonly __typename: 'Partner', readonly id: string, readonly code: string }
    | { readonly __typename: 'Person', readonly id: string, readonly externalId: string }
    | { readonly __typename: 'Redemption', readonly id: string }
    | { readonly __typename: 'Review', readonly id: string }
    | { readonly __typename: 'Tier', readonly id: string, readonly title: string }
   | null> | null };

export type PartnerListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PartnerFilter | null | undefined;
}>;


export type PartnerListQuery = { readonly partners: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string, readonly region: string | null, readonly tierStatus: { readonly since: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string } } | null, readonly rewards: { readonly balance: { readonly amount: string, readonly currency: string } | null } | null, readonly training: { readonly completed: number, readonly certifiedPeople: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PartnerManagersQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerManagersQuery = { readonly partner: { readonly id: string, readonly managers: ReadonlyArray<{ readonly role: ManagerRole, readonly name: string | null, readonly email: string | null, readonly since: string, readonly awayUntil: string | null, readonly standInName: string | null, readonly standInEmail: string | null }> | null } | null };

export type PortalHomeQueryVariables = Exact<{
  partnerId: string;
  measures?: ReadonlyArray<string> | null | undefined;
}>;


export type PortalHomeQuery = { readonly partner: { readonly id: string, readonly name: string, readonly region: string | null, readonly tracks: ReadonlyArray<string>, readonly tierStatus: { readonly since: string, readonly asOf: string, readonly summary: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string, readonly rank: number }, readonly next: { readonly id: string, readonly fraction: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string }, readonly thresholds: ReadonlyArray<{ readonly path: string, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly actual: string | null, readonly gap: string | null, readonly isMet: boolean, readonly isAsked: boolean, readonly fraction: string, readonly why: string | null }> } | null } | null, readonly measures: ReadonlyArray<{ readonly id: string, readonly measure: string, readonly title: string, readonly counts: string, readonly unit: MeasureUnit, readonly value: string | null, readonly series: ReadonlyArray<{ readonly on: string, readonly value: string | null }> }> | null, readonly rewards: { readonly balance: { readonly amount: string, readonly currency: string } | null, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: RewardEntryKind, readonly on: string, readonly explanation: string, readonly amount: { readonly amount: string, readonly currency: string } } }> } } | null, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly role: PersonRole | null, readonly training: { readonly enrolled: number, readonly completed: number, readonly held: ReadonlyArray<{ readonly id: string, readonly level: string, readonly expiresOn: string | null }> } | null } }> } | null, readonly training: { readonly people: number, readonly enrolled: number, readonly completed: number, readonly certifiedPeople: number, readonly courses: ReadonlyArray<{ readonly enrolled: number, readonly completed: number, readonly averagePercent: number | null, readonly course: { readonly name: string, readonly title: string } }>, readonly expiring: ReadonlyArray<{ readonly id: string, readonly expiresOn: string | null, readonly renewableFrom: string | null, readonly course: { readonly title: string }, readonly person: { readonly id: string, readonly name: string | null } }>, readonly certifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly isValid: boolean, readonly course: { readonly title: string }, readonly person: { readonly id: string, readonly name: string | null } } }> } } | null } | null };

export type RecordAbsenceMutationVariables = Exact<{
  code: string;
  from: string;
  until: string;
  standIn?: string | null | undefined;
}>;


export type RecordAbsenceMutation = { readonly recordAbsence: { readonly manager: { readonly code: string, readonly name: string, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RegisterManagerMutationVariables = Exact<{
  input: RegisterManagerInput;
}>;


export type RegisterManagerMutation = { readonly registerManager: { readonly manager: { readonly code: string, readonly name: string, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RegisterPartnersMutationVariables = Exact<{
  partners: ReadonlyArray<PartnerInput>;
  dryRun?: boolean | null | undefined;
}>;


export type RegisterPartnersMutation = { readonly registerPartners: { readonly added: number, readonly changed: number, readonly partners: ReadonlyArray<{ readonly id: string, readonly code: string, readonly name: string, readonly region: string | null, readonly tracks: ReadonlyArray<string> }>, readonly trackChanges: ReadonlyArray<{ readonly code: string, readonly added: ReadonlyArray<string>, readonly removed: ReadonlyArray<string>, readonly tierBefore: string, readonly tierAfter: string, readonly summary: string }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RegisterPeopleMutationVariables = Exact<{
  people: ReadonlyArray<PersonInput>;
  dryRun?: boolean | null | undefined;
}>;


export type RegisterPeopleMutation = { readonly registerPeople: { readonly added: number, readonly changed: number, readonly people: ReadonlyArray<{ readonly id: string, readonly externalId: string, readonly name: string | null, readonly role: PersonRole | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RemoveCohortMutationVariables = Exact<{
  name: string;
}>;


export type RemoveCohortMutation = { readonly removeCohort: { readonly removed: string | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SaveCohortMutationVariables = Exact<{
  input: SaveCohortInput;
}>;


export type SaveCohortMutation = { readonly saveCohort: { readonly cohort: { readonly name: string, readonly size: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type VendorManagersQueryVariables = Exact<{ [key: string]: never; }>;


export type VendorManagersQuery = { readonly vendorManagers: ReadonlyArray<{ readonly code: string, readonly role: ManagerRole, readonly name: string, readonly tiers: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly capacity: number, readonly isActive: boolean, readonly load: number, readonly absences: ReadonlyArray<{ readonly from: string, readonly until: string, readonly standIn: string | null }>, readonly atRisk: ReadonlyArray<{ readonly overdueSteps: number, readonly blockedSteps: number, readonly expiringCertifications: number, readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly isAtRisk: boolean, readonly safeUntil: string | null, readonly tier: { readonly id: string, readonly title: string } } | null } }> }> | null };

export type CheckProgramQueryVariables = Exact<{
  source: string;
}>;


export type CheckProgramQuery = { readonly checkProgram: { readonly isSound: boolean, readonly workedExamples: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly path: string, readonly line: number, readonly column: number, readonly message: string }>, readonly findings: ReadonlyArray<{ readonly code: string, readonly severity: FindingSeverity, readonly path: string, readonly line: number, readonly message: string, readonly remedy: string }>, readonly changes: ReadonlyArray<{ readonly path: string, readonly kind: DifferenceKind, readonly inWords: string }>, readonly worstCase: ReadonlyArray<{ readonly tier: string, readonly rewardShare: string, readonly benefitCost: string | null }> } | null };

export type ProgramDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramDraftsQuery = { readonly programDrafts: ReadonlyArray<{ readonly name: string, readonly version: string, readonly revision: number, readonly savedAt: string, readonly savedBy: string, readonly source: string }> | null };

export type ProgramOnQueryVariables = Exact<{
  on: string;
}>;


export type ProgramOnQuery = { readonly program: { readonly name: string, readonly version: string, readonly state: ProgramState, readonly effectiveOn: string, readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly rank: number }> } | null };

export type ProgramVersionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgramVersionsQuery = { readonly programVersions: ReadonlyArray<{ readonly name: string, readonly version: string, readonly state: ProgramState, readonly why: string | null, readonly effectiveOn: string, readonly publishedAt: string, readonly startedAt: string | null, readonly supersededAt: string | null, readonly changes: ReadonlyArray<{ readonly path: string, readonly kind: DifferenceKind, readonly subject: string, readonly before: string | null, readonly after: string | null, readonly because: string | null, readonly inWords: string }> }> | null };

export type PublishProgramMutationVariables = Exact<{
  source: string;
  effectiveOn?: string | null | undefined;
  dryRun?: boolean | null | undefined;
  changesPast?: boolean | null | undefined;
}>;


export type PublishProgramMutation = { readonly publishProgram: { readonly program: { readonly name: string, readonly version: string, readonly state: ProgramState, readonly effectiveOn: string, readonly publishedAt: string, readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null, readonly rewardsChange: { readonly partners: number | null, readonly rewards: number | null, readonly isComplete: boolean | null, readonly more: { readonly amount: string, readonly currency: string } | null, readonly less: { readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly path: string | null, readonly line: number | null, readonly column: number | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SaveProgramDraftMutationVariables = Exact<{
  source: string;
  revision?: number | null | undefined;
}>;


export type SaveProgramDraftMutation = { readonly saveProgramDraft: { readonly draft: { readonly name: string, readonly version: string, readonly revision: number, readonly savedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly path: string | null, readonly line: number | null, readonly column: number | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type TierMatrixQueryVariables = Exact<{ [key: string]: never; }>;


export type TierMatrixQuery = { readonly program: { readonly markets: ReadonlyArray<{ readonly name: string, readonly title: string, readonly factor: string, readonly why: string }> } | null, readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly rank: number, readonly why: string, readonly keepsAt: string | null, readonly requires: { readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string }> }> }> } | null, readonly keeps: { readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string }> } | null, readonly expects: ReadonlyArray<{ readonly name: string, readonly title: string, readonly description: string | null, readonly why: string, readonly every: string | null, readonly of: ExpectedOf }>, readonly benefits: ReadonlyArray<{ readonly quantity: number | null, readonly benefit: { readonly name: string, readonly title: string, readonly dimension: BenefitDimension, readonly why: string, readonly per: string | null, readonly value: string | null, readonly owner: string | null, readonly claim: string | null, readonly fulfilledWithinDays: number | null, readonly transition: string } }> | null }> | null };

export type WorkedExamplesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkedExamplesQuery = { readonly program: { readonly name: string, readonly version: string, readonly workedExamples: string } | null };

export type DealRegistrationsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DealRegistrationsQuery = { readonly partner: { readonly id: string, readonly dealRegistrations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly customer: string, readonly domain: string | null, readonly productLine: string, readonly state: DealRegistrationState, readonly requestedAt: string, readonly decidedBy: string | null, readonly reason: string | null, readonly protectedUntil: string | null, readonly extensions: number, readonly expectedOn: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly deal: { readonly id: string, readonly externalId: string } | null, readonly conversionsTakenBack: ReadonlyArray<{ readonly externalId: string | null, readonly at: string, readonly because: string }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type DecideRegistrationConflictMutationVariables = Exact<{
  id: string;
  verdict: RegistrationConflictVerdict;
  note: string;
}>;


export type DecideRegistrationConflictMutation = { readonly decideRegistrationConflict: { readonly conflict: { readonly id: string, readonly state: RegistrationConflictState, readonly decidedAt: string | null, readonly note: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideRegistrationMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason: string;
}>;


export type DecideRegistrationMutation = { readonly decideRegistration: { readonly registration: { readonly id: string, readonly state: DealRegistrationState, readonly protectedUntil: string | null, readonly decidedBy: string | null, readonly reason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ExtendRegistrationMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type ExtendRegistrationMutation = { readonly extendRegistration: { readonly registration: { readonly id: string, readonly protectedUntil: string | null, readonly extensions: number } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RegisterDealMutationVariables = Exact<{
  partnerId: string;
  customer: string;
  domain?: string | null | undefined;
  productLine: string;
  amount?: string | null | undefined;
  expectedOn?: string | null | undefined;
  note?: string | null | undefined;
  idempotencyKey: string;
}>;


export type RegisterDealMutation = { readonly registerDeal: { readonly registration: { readonly id: string, readonly state: DealRegistrationState, readonly protectedUntil: string | null, readonly customer: string, readonly domain: string | null, readonly productLine: string } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RegistrationConflictsQueryVariables = Exact<{
  state?: RegistrationConflictState | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RegistrationConflictsQuery = { readonly registrationConflicts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: RegistrationConflictState, readonly foundAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly note: string | null, readonly partner: { readonly id: string, readonly name: string }, readonly registration: { readonly id: string, readonly customer: string, readonly domain: string | null, readonly productLine: string, readonly state: DealRegistrationState, readonly requestedAt: string, readonly protectedUntil: string | null } | null, readonly won: { readonly externalId: string | null, readonly on: string, readonly customer: string, readonly product: string | null, readonly partner: { readonly id: string, readonly name: string }, readonly deal: { readonly id: string }, readonly amount: { readonly amount: string, readonly currency: string } | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WaitingRegistrationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WaitingRegistrationsQuery = { readonly waitingRegistrations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly partnerId: string, readonly customer: string, readonly domain: string | null, readonly productLine: string, readonly requestedAt: string, readonly requestedBy: string, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WithdrawRegistrationMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawRegistrationMutation = { readonly withdrawRegistration: { readonly registration: { readonly id: string, readonly state: DealRegistrationState } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CeilingsQueryVariables = Exact<{ [key: string]: never; }>;


export type CeilingsQuery = { readonly ceilings: ReadonlyArray<{ readonly ceiling: string, readonly periodFrom: string | null, readonly timesUsed: number | null, readonly mostTimes: number | null, readonly isHard: boolean, readonly alertedAt: string | null, readonly used: { readonly amount: string, readonly currency: string } | null, readonly most: { readonly amount: string, readonly currency: string } | null }> | null };

export type CreatePayoutBatchMutationVariables = Exact<{
  note?: string | null | undefined;
}>;


export type CreatePayoutBatchMutation = { readonly createPayoutBatch: { readonly batch: { readonly id: string, readonly createdAt: string, readonly totals: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly redemptions: ReadonlyArray<{ readonly id: string, readonly partnerId: string, readonly amount: { readonly amount: string, readonly currency: string } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideRedemptionMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason: string;
}>;


export type DecideRedemptionMutation = { readonly decideRedemption: { readonly redemption: { readonly id: string, readonly state: RedemptionState, readonly decidedBy: string | null, readonly reason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type JournalQueryVariables = Exact<{
  from: string;
  to: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JournalQuery = { readonly journal: { readonly edges: ReadonlyArray<{ readonly node: { readonly entry: string, readonly partnerId: string, readonly recordedAt: string, readonly on: string, readonly kind: LedgerEntryKind, readonly account: LedgerAccount, readonly accountCode: string | null, readonly fund: string | null, readonly explanation: string, readonly debit: { readonly amount: string, readonly currency: string } | null, readonly credit: { readonly amount: string, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PartnerLedgerQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerLedgerQuery = { readonly partner: { readonly id: string, readonly rewards: { readonly ledger: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sequence: number, readonly kind: LedgerEntryKind, readonly on: string, readonly recordedAt: string, readonly rule: string | null, readonly tier: string | null, readonly rate: string | null, readonly maturesOn: string | null, readonly programVersion: string, readonly actor: string | null, readonly explanation: string, readonly hash: string, readonly base: { readonly amount: string, readonly currency: string } | null, readonly lines: ReadonlyArray<{ readonly account: LedgerAccount, readonly fund: string | null, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly deal: { readonly id: string, readonly externalId: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type PayoutBatchesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PayoutBatchesQuery = { readonly payoutBatches: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly createdAt: string, readonly createdBy: string, readonly note: string | null, readonly totals: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly redemptions: ReadonlyArray<{ readonly id: string, readonly partnerId: string, readonly state: RedemptionState, readonly externalReference: string | null, readonly reason: string | null, readonly amount: { readonly amount: string, readonly currency: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RedeemRewardsMutationVariables = Exact<{
  partnerId: string;
  amount: string;
  idempotencyKey: string;
  note?: string | null | undefined;
}>;


export type RedeemRewardsMutation = { readonly redeemRewards: { readonly redemption: { readonly id: string, readonly state: RedemptionState, readonly requestedAt: string, readonly amount: { readonly amount: string, readonly currency: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly minimum: { readonly amount: string, readonly currency: string } | null, readonly missing: { readonly amount: string, readonly currency: string } | null, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type RewardAccountQueryVariables = Exact<{
  partnerId: string;
}>;


export type RewardAccountQuery = { readonly partner: { readonly id: string, readonly rewards: { readonly accounts: ReadonlyArray<{ readonly program: string, readonly pending: { readonly amount: string, readonly currency: string }, readonly available: { readonly amount: string, readonly currency: string }, readonly reserved: { readonly amount: string, readonly currency: string }, readonly debt: { readonly amount: string, readonly currency: string }, readonly paid: { readonly amount: string, readonly currency: string }, readonly credits: ReadonlyArray<{ readonly isEarned: boolean, readonly on: string | null, readonly amount: { readonly amount: string, readonly currency: string } }> }>, readonly ceilings: ReadonlyArray<{ readonly ceiling: string, readonly title: string, readonly periodFrom: string | null, readonly timesUsed: number | null, readonly mostTimes: number | null, readonly isHard: boolean, readonly isReached: boolean, readonly used: { readonly amount: string, readonly currency: string } | null, readonly most: { readonly amount: string, readonly currency: string } | null }>, readonly withheld: ReadonlyArray<{ readonly rule: string, readonly ceiling: string, readonly notedAt: string, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly redemptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: RedemptionState, readonly requestedAt: string, readonly externalReference: string | null, readonly reason: string | null, readonly amount: { readonly amount: string, readonly currency: string } } }> } } | null } | null };

export type RewardEntriesQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RewardEntriesQuery = { readonly partner: { readonly id: string, readonly name: string, readonly rewards: { readonly balance: { readonly amount: string, readonly currency: string } | null, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: RewardEntryKind, readonly on: string, readonly recordedAt: string, readonly rule: string, readonly tier: string | null, readonly rate: string, readonly explanation: string, readonly amount: { readonly amount: string, readonly currency: string }, readonly base: { readonly amount: string, readonly currency: string }, readonly deal: { readonly id: string, readonly externalId: string, readonly customer: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type RewardLiabilityQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type RewardLiabilityQuery = { readonly rewardLiability: { readonly checked: number, readonly total: number, readonly next: string | null, readonly liabilities: ReadonlyArray<{ readonly pending: { readonly amount: string, readonly currency: string }, readonly earned: { readonly amount: string, readonly currency: string }, readonly reserved: { readonly amount: string, readonly currency: string }, readonly debt: { readonly amount: string, readonly currency: string }, readonly expected: { readonly amount: string, readonly currency: string } }> } | null };

export type RewardStatementQueryVariables = Exact<{
  partnerId: string;
  from: string;
  to: string;
}>;


export type RewardStatementQuery = { readonly partner: { readonly id: string, readonly rewards: { readonly statement: { readonly from: string, readonly to: string, readonly csv: string, readonly page: string, readonly opening: ReadonlyArray<{ readonly program: string, readonly account: LedgerAccount, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly closing: ReadonlyArray<{ readonly program: string, readonly account: LedgerAccount, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly entries: ReadonlyArray<{ readonly id: string, readonly sequence: number, readonly kind: LedgerEntryKind, readonly on: string, readonly explanation: string, readonly lines: ReadonlyArray<{ readonly account: LedgerAccount, readonly amount: { readonly amount: string, readonly currency: string } }> }> } | null } | null } | null };

export type SettlePayoutsMutationVariables = Exact<{
  batchId: string;
  payouts: ReadonlyArray<PayoutInput>;
}>;


export type SettlePayoutsMutation = { readonly settlePayouts: { readonly redemptions: ReadonlyArray<{ readonly id: string, readonly state: RedemptionState, readonly externalReference: string | null, readonly reason: string | null }> | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type TierRewardsQueryVariables = Exact<{ [key: string]: never; }>;


export type TierRewardsQuery = { readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly rewards: { readonly terms: ReadonlyArray<string>, readonly rules: ReadonlyArray<{ readonly name: string, readonly section: RewardSection, readonly title: string, readonly why: string, readonly inWords: string }> } | null }> | null };

export type TrialBalanceQueryVariables = Exact<{
  on?: string | null | undefined;
}>;


export type TrialBalanceQuery = { readonly trialBalance: { readonly on: string, readonly isBalanced: boolean, readonly accounts: ReadonlyArray<{ readonly program: string, readonly account: LedgerAccount, readonly fund: string | null, readonly amount: { readonly amount: string, readonly currency: string } }> } | null };

export type WaitingRedemptionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WaitingRedemptionsQuery = { readonly waitingRedemptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly partnerId: string, readonly requestedAt: string, readonly requestedBy: string, readonly note: string | null, readonly amount: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type BookSessionMutationVariables = Exact<{
  sessionId: string;
  personId: string;
}>;


export type BookSessionMutation = { readonly bookSession: { readonly place: { readonly state: SessionPlaceState, readonly place: number, readonly session: { readonly id: string, readonly seatsLeft: number, readonly waiting: number } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CancelSessionMutationVariables = Exact<{
  sessionId: string;
  reason: string;
}>;


export type CancelSessionMutation = { readonly cancelSession: { readonly session: { readonly id: string, readonly cancelledBecause: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type LeaveSessionMutationVariables = Exact<{
  sessionId: string;
  personId: string;
}>;


export type LeaveSessionMutation = { readonly leaveSession: { readonly place: { readonly state: SessionPlaceState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type MakeCalendarMutationVariables = Exact<{
  partnerId: string;
}>;


export type MakeCalendarMutation = { readonly makeCalendar: { readonly calendar: { readonly path: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PartnerSessionsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerSessionsQuery = { readonly partner: { readonly id: string, readonly sessionPlaces: { readonly edges: ReadonlyArray<{ readonly node: { readonly place: number, readonly state: SessionPlaceState, readonly askedAt: string, readonly movedUpAt: string | null, readonly hasAttended: boolean | null, readonly person: { readonly id: string }, readonly session: { readonly id: string, readonly title: string, readonly startsAt: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PlanSessionMutationVariables = Exact<{
  kind: SessionKind;
  title: string;
  description?: string | null | undefined;
  startsAt: string;
  endsAt: string;
  location?: string | null | undefined;
  seats: number;
  tiers?: ReadonlyArray<string> | null | undefined;
  isRequired?: boolean | null | undefined;
}>;


export type PlanSessionMutation = { readonly planSession: { readonly session: { readonly id: string, readonly title: string, readonly startsAt: string, readonly seats: number, readonly seatsLeft: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RecordAttendanceMutationVariables = Exact<{
  sessionId: string;
  personId: string;
  hasAttended: boolean;
}>;


export type RecordAttendanceMutation = { readonly recordAttendance: { readonly place: { readonly state: SessionPlaceState, readonly hasAttended: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RecordSessionMutationVariables = Exact<{
  sessionId: string;
  url: string;
}>;


export type RecordSessionMutation = { readonly recordSession: { readonly session: { readonly id: string, readonly recordingUrl: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SessionObligationsQueryVariables = Exact<{
  partnerId: string;
}>;


export type SessionObligationsQuery = { readonly partner: { readonly id: string, readonly sessionObligations: ReadonlyArray<{ readonly state: SessionObligationState, readonly session: { readonly id: string, readonly kind: SessionKind, readonly title: string, readonly startsAt: string, readonly endsAt: string, readonly seatsLeft: number } }> | null } | null };

export type SessionsQueryVariables = Exact<{
  from?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SessionsQuery = { readonly sessions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: SessionKind, readonly title: string, readonly description: string | null, readonly startsAt: string, readonly endsAt: string, readonly location: string | null, readonly tiers: ReadonlyArray<string>, readonly seats: number, readonly seatsLeft: number, readonly waiting: number, readonly cancelledBecause: string | null, readonly recordingUrl: string | null, readonly calendar: string, readonly places: ReadonlyArray<{ readonly place: number, readonly state: SessionPlaceState, readonly hasAttended: boolean | null, readonly person: { readonly id: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type DecideOverrideMutationVariables = Exact<{
  id: string;
  approve: boolean;
  note?: string | null | undefined;
}>;


export type DecideOverrideMutation = { readonly decideOverride: { readonly override: { readonly id: string, readonly kind: OverrideKind, readonly state: OverrideState, readonly subject: string | null, readonly from: string, readonly until: string, readonly requestedBy: string, readonly decidedBy: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type EndOverrideMutationVariables = Exact<{
  id: string;
  note?: string | null | undefined;
}>;


export type EndOverrideMutation = { readonly endOverride: { readonly override: { readonly id: string, readonly state: OverrideState, readonly until: string } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type FairnessReportQueryVariables = Exact<{
  cohort?: string | null | undefined;
}>;


export type FairnessReportQuery = { readonly fairnessReport: { readonly identicalInputs: { readonly groups: number, readonly partners: number, readonly conflicts: number }, readonly placements: ReadonlyArray<{ readonly dimension: FairnessDimension, readonly value: string, readonly tiers: ReadonlyArray<{ readonly tier: string, readonly partners: number | null }> }> } | null };

export type PartnerGovernanceQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerGovernanceQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly since: string, readonly summary: string, readonly isAtRisk: boolean, readonly safeUntil: string | null, readonly tier: { readonly id: string, readonly name: string, readonly title: string }, readonly pending: { readonly from: string, readonly tier: { readonly id: string, readonly name: string } } | null, readonly keeping: { readonly isMet: boolean, readonly requirement: { readonly kind: RuleKind, readonly isMet: boolean, readonly fraction: string, readonly rules: ReadonlyArray<{ readonly title: string | null, readonly isMet: boolean, readonly actual: string | null, readonly target: string | null, readonly gap: string | null }> } | null } | null, readonly decision: { readonly id: string, readonly outcome: PlacementOutcome, readonly effectiveOn: string, readonly classifiedAs: string | null, readonly hash: string | null, readonly approvals: ReadonlyArray<string>, readonly safeguards: ReadonlyArray<{ readonly rule: SafeguardRule, readonly until: string | null, readonly explanation: string }>, readonly override: { readonly id: string, readonly kind: OverrideKind, readonly tier: string | null, readonly until: string, readonly reason: string } | null, readonly hold: { readonly id: string, readonly until: string, readonly reason: string } | null } } | null, readonly overrides: ReadonlyArray<{ readonly id: string, readonly kind: OverrideKind, readonly state: OverrideState, readonly subject: string | null, readonly from: string, readonly until: string, readonly reason: string, readonly requestedBy: string, readonly decidedBy: string | null }> | null, readonly reviews: ReadonlyArray<{ readonly id: string, readonly review: string, readonly heldOn: string, readonly periodFrom: string, readonly periodTo: string, readonly score: string, readonly answers: ReadonlyArray<{ readonly question: string, readonly answer: number }> }> | null } | null };

export type PlacePartnersMutationVariables = Exact<{
  asOf: string;
}>;


export type PlacePartnersMutation = { readonly placePartners: { readonly run: { readonly id: string, readonly asOf: string, readonly total: number, readonly judged: number, readonly changed: number, readonly finishedAt: string | null, readonly tiers: ReadonlyArray<{ readonly tier: string, readonly partners: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PlacementRunQueryVariables = Exact<{
  id: string;
}>;


export type PlacementRunQuery = { readonly placementRun: { readonly id: string, readonly reason: PlacementRunReason, readonly asOf: string, readonly startedAt: string, readonly finishedAt: string | null, readonly total: number, readonly judged: number, readonly changed: number, readonly tiers: ReadonlyArray<{ readonly tier: string, readonly partners: number }> } | null };

export type RecordReviewMutationVariables = Exact<{
  partnerId: string;
  review: string;
  heldOn?: string | null | undefined;
  answers: ReadonlyArray<ReviewAnswerInput>;
  notes?: string | null | undefined;
}>;


export type RecordReviewMutation = { readonly recordReview: { readonly review: { readonly id: string, readonly periodFrom: string, readonly periodTo: string, readonly score: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RequestOverrideMutationVariables = Exact<{
  partnerId: string;
  kind: OverrideKind;
  subject?: string | null | undefined;
  from?: string | null | undefined;
  until: string;
  reason: string;
}>;


export type RequestOverrideMutation = { readonly requestOverride: { readonly override: { readonly id: string, readonly state: OverrideState } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RequestedOverridesQueryVariables = Exact<{ [key: string]: never; }>;


export type RequestedOverridesQuery = { readonly requestedOverrides: ReadonlyArray<{ readonly id: string, readonly kind: OverrideKind, readonly subject: string | null, readonly from: string, readonly until: string, readonly reason: string, readonly requestedBy: string, readonly requestedAt: string }> | null };

export type ReviewFormsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewFormsQuery = { readonly reviewForms: ReadonlyArray<{ readonly name: string, readonly title: string, readonly every: string, readonly questions: ReadonlyArray<{ readonly name: string, readonly ask: string, readonly best: number, readonly weight: number }> }> | null };

export type TierHistoryQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TierHistoryQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierHistory: ReadonlyArray<{ readonly tier: string, readonly from: string }> | null, readonly decisions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sequence: number, readonly asOf: string, readonly decidedAt: string, readonly outcome: PlacementOutcome, readonly previousTier: string | null, readonly programVersion: string, readonly summary: string, readonly tier: { readonly id: string, readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WaysUpQueryVariables = Exact<{
  partnerId: string;
}>;


export type WaysUpQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly tier: { readonly id: string, readonly title: string }, readonly next: { readonly id: string, readonly fraction: string, readonly tier: { readonly id: string, readonly title: string }, readonly thresholds: ReadonlyArray<{ readonly kind: RuleKind, readonly title: string | null, readonly isMet: boolean, readonly actual: string | null, readonly target: string | null, readonly gap: string | null, readonly why: string | null, readonly otherScores: ReadonlyArray<{ readonly title: string, readonly total: string }>, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly title: string | null, readonly subject: string | null, readonly unit: MeasureUnit | null, readonly actual: string | null, readonly weighted: string | null, readonly points: string | null, readonly isBeaten: boolean, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly title: string | null, readonly subject: string | null, readonly unit: MeasureUnit | null, readonly actual: string | null, readonly weighted: string | null, readonly points: string | null, readonly isBeaten: boolean }> }> }>, readonly ways: ReadonlyArray<{ readonly effort: string, readonly steps: ReadonlyArray<{ readonly measure: string | null, readonly group: string | null, readonly by: string | null, readonly hasValue: boolean, readonly unit: MeasureUnit | null, readonly inWords: string }> }> } | null } | null } | null };

export type WhatIfQueryVariables = Exact<{
  partnerId: string;
  deals?: ReadonlyArray<HypotheticalDealInput> | null | undefined;
  certifications?: ReadonlyArray<HypotheticalCertificationInput> | null | undefined;
  facts?: ReadonlyArray<HypotheticalFactInput> | null | undefined;
  on?: string | null | undefined;
}>;


export type WhatIfQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly tier: { readonly id: string, readonly title: string } } | null, readonly whatIf: { readonly id: string, readonly on: string, readonly measures: ReadonlyArray<{ readonly measure: string, readonly title: string, readonly unit: MeasureUnit, readonly before: string | null, readonly after: string | null }>, readonly placement: { readonly outcome: PlacementOutcome, readonly effectiveOn: string, readonly summary: string, readonly tier: { readonly id: string, readonly title: string }, readonly reached: { readonly id: string, readonly title: string }, readonly safeguards: ReadonlyArray<{ readonly rule: SafeguardRule, readonly until: string | null, readonly explanation: string }> } | null } | null } | null };

export type WhyThisTierQueryVariables = Exact<{
  partnerId: string;
  facts?: number | null | undefined;
}>;


export type WhyThisTierQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly since: string, readonly summary: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string }, readonly decision: { readonly id: string, readonly asOf: string, readonly decidedAt: string, readonly program: string, readonly programVersion: string, readonly outcome: PlacementOutcome, readonly effectiveOn: string, readonly previousTier: string | null, readonly safeguards: ReadonlyArray<{ readonly rule: SafeguardRule, readonly until: string | null, readonly explanation: string }>, readonly override: { readonly id: string, readonly tier: string | null, readonly until: string, readonly reason: string } | null, readonly inputs: ReadonlyArray<{ readonly measure: string, readonly value: string | null, readonly from: string | null, readonly to: string, readonly adjustments: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly from: string, readonly to: string, readonly factor: string | null, readonly why: string, readonly unadjusted: string | null }>, readonly measurement: { readonly id: string, readonly value: string | null, readonly cap: { readonly whole: string, readonly most: string, readonly customers: ReadonlyArray<{ readonly customer: string | null, readonly brought: string, readonly counted: string, readonly explanation: string }> } | null, readonly evidence: { readonly edges: ReadonlyArray<{ readonly counted: string | null, readonly explanation: string | null, readonly node: { readonly id: string, readonly kindName: string, readonly externalId: string, readonly on: string, readonly happenedOn: string | null, readonly reversedOn: string | null, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly credit: { readonly role: CreditRole, readonly share: string } | null, readonly conversion: { readonly rate: string, readonly rateOn: string, readonly told: { readonly amount: string, readonly currency: string } } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null }>, readonly assessments: ReadonlyArray<{ readonly isMet: boolean, readonly tier: { readonly id: string, readonly name: string }, readonly requirement: { readonly path: string, readonly kind: RuleKind, readonly isMet: boolean, readonly actual: string | null, readonly target: string | null, readonly rules: ReadonlyArray<{ readonly path: string, readonly kind: RuleKind, readonly isMet: boolean, readonly title: string | null, readonly actual: string | null, readonly target: string | null, readonly gap: string | null, readonly rules: ReadonlyArray<{ readonly path: string, readonly isMet: boolean, readonly title: string | null, readonly actual: string | null, readonly target: string | null, readonly gap: string | null }> }> } | null }> } } | null } | null };

export type CertificatesQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CertificatesQuery = { readonly badgeKeys: string | null, readonly partner: { readonly id: string, readonly training: { readonly certifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly isValid: boolean, readonly renewableFrom: string | null, readonly courseVersion: number, readonly checkCode: string, readonly openBadge: string, readonly person: { readonly id: string, readonly name: string | null }, readonly course: { readonly title: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type CheckCertificationQueryVariables = Exact<{
  checkCode: string;
}>;


export type CheckCertificationQuery = { readonly checkCertification: { readonly course: string, readonly title: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly isValid: boolean } | null };

export type ChooseInSimulationMutationVariables = Exact<{
  playId: string;
  scene: string;
  choice: string;
}>;


export type ChooseInSimulationMutation = { readonly chooseInSimulation: { readonly play: { readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CompleteModuleMutationVariables = Exact<{
  personId: string;
  course: string;
  module: string;
}>;


export type CompleteModuleMutation = { readonly completeModule: { readonly enrollment: { readonly percent: number, readonly state: EnrollmentState, readonly modules: ReadonlyArray<{ readonly module: string, readonly completedOn: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ExpiringCertificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  withinDays?: number | null | undefined;
}>;


export type ExpiringCertificationsQuery = { readonly partners: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly training: { readonly certifiedPeople: number, readonly expiring: ReadonlyArray<{ readonly id: string, readonly level: string, readonly expiresOn: string | null, readonly renewableFrom: string | null, readonly endedBecause: CertificationEnd | null, readonly person: { readonly id: string, readonly name: string | null }, readonly course: { readonly title: string } }> } | null } }> } | null };

export type FinishAttemptMutationVariables = Exact<{
  attemptId: string;
  answers: ReadonlyArray<AnswerInput>;
}>;


export type FinishAttemptMutation = { readonly finishAttempt: { readonly attempt: { readonly id: string, readonly number: number, readonly scorePercent: number | null, readonly hasPassed: boolean | null, readonly pools: ReadonlyArray<{ readonly name: string, readonly asked: number, readonly right: number }>, readonly certification: { readonly id: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly checkCode: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type LearningPathsQueryVariables = Exact<{ [key: string]: never; }>;


export type LearningPathsQuery = { readonly learningPaths: ReadonlyArray<{ readonly name: string, readonly title: string, readonly why: string, readonly role: CourseRole | null, readonly maturities: ReadonlyArray<string>, readonly tracks: ReadonlyArray<string>, readonly courses: ReadonlyArray<{ readonly name: string, readonly title: string, readonly version: number, readonly requires: ReadonlyArray<string>, readonly modules: ReadonlyArray<{ readonly name: string, readonly title: string }>, readonly certifies: { readonly level: string, readonly validMonths: number | null, readonly renewalDays: number | null, readonly recertifyDays: number | null } | null, readonly assessment: { readonly questions: number, readonly passPercent: number, readonly attempts: number, readonly coolDownDays: number } | null }> }> | null, readonly maturities: ReadonlyArray<{ readonly name: string, readonly title: string, readonly tiers: ReadonlyArray<string> }> | null };

export type NextStepsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NextStepsQuery = { readonly partner: { readonly id: string, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly nextSteps: ReadonlyArray<{ readonly id: string, readonly kind: NextStepKind, readonly because: string, readonly course: { readonly name: string, readonly title: string, readonly certifies: { readonly level: string } | null }, readonly outcome: { readonly id: string, readonly measures: ReadonlyArray<{ readonly measure: string, readonly title: string, readonly before: string | null, readonly after: string | null }>, readonly placement: { readonly tier: { readonly id: string, readonly name: string, readonly title: string } } | null } | null }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PartnerPlaysQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerPlaysQuery = { readonly partner: { readonly id: string, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly plays: ReadonlyArray<{ readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PersonAttemptsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PersonAttemptsQuery = { readonly partner: { readonly id: string, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly attempts: ReadonlyArray<{ readonly id: string, readonly number: number, readonly startedAt: string, readonly finishedAt: string | null, readonly scorePercent: number | null, readonly hasPassed: boolean | null, readonly course: { readonly title: string }, readonly questions: ReadonlyArray<{ readonly name: string, readonly text: string, readonly options: ReadonlyArray<{ readonly name: string, readonly text: string }> }>, readonly pools: ReadonlyArray<{ readonly name: string, readonly asked: number, readonly right: number }> }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PublishAssessmentMutationVariables = Exact<{
  input: PublishAssessmentInput;
}>;


export type PublishAssessmentMutation = { readonly publishAssessment: { readonly assessment: { readonly questions: number, readonly passPercent: number, readonly attempts: number, readonly coolDownDays: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PublishScenarioMutationVariables = Exact<{
  input: PublishScenarioInput;
}>;


export type PublishScenarioMutation = { readonly publishScenario: { readonly scenario: { readonly name: string, readonly title: string, readonly best: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RecordCompletionsMutationVariables = Exact<{
  completions: ReadonlyArray<CompletionInput>;
  dryRun?: boolean | null | undefined;
}>;


export type RecordCompletionsMutation = { readonly recordCompletions: { readonly results: ReadonlyArray<{ readonly index: number, readonly outcome: TrainingOutcome, readonly code: TrainingRefusalCode | null, readonly field: string | null, readonly message: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RecordStatementsMutationVariables = Exact<{
  statements: string;
}>;


export type RecordStatementsMutation = { readonly recordStatements: { readonly results: ReadonlyArray<{ readonly index: number, readonly outcome: StatementResultKind, readonly field: string | null, readonly message: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ScenariosQueryVariables = Exact<{ [key: string]: never; }>;


export type ScenariosQuery = { readonly scenarios: ReadonlyArray<{ readonly name: string, readonly title: string, readonly summary: string, readonly best: number, readonly board: ReadonlyArray<{ readonly rank: number, readonly score: number, readonly person: { readonly id: string, readonly name: string | null } | null }> }> | null };

export type StartAttemptMutationVariables = Exact<{
  personId: string;
  course: string;
}>;


export type StartAttemptMutation = { readonly startAttempt: { readonly attempt: { readonly id: string, readonly number: number, readonly course: { readonly title: string }, readonly questions: ReadonlyArray<{ readonly name: string, readonly text: string, readonly options: ReadonlyArray<{ readonly name: string, readonly text: string }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type StartSimulationMutationVariables = Exact<{
  personId: string;
  scenario: string;
}>;


export type StartSimulationMutation = { readonly startSimulation: { readonly play: { readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type TrainingForTierQueryVariables = Exact<{
  partnerId: string;
}>;


export type TrainingForTierQuery = { readonly partner: { readonly id: string, readonly tierStatus: { readonly tier: { readonly id: string, readonly title: string }, readonly next: { readonly id: string, readonly tier: { readonly id: string, readonly title: string }, readonly training: ReadonlyArray<{ readonly measure: string, readonly title: string, readonly needed: number, readonly closes: number, readonly assignments: ReadonlyArray<{ readonly person: { readonly id: string, readonly name: string | null }, readonly courses: ReadonlyArray<{ readonly name: string, readonly title: string }> }> }> | null } | null } | null } | null };

export type JobQueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type JobQueuesQuery = { readonly partnersJobs: { readonly pending: number, readonly dead: ReadonlyArray<{ readonly id: string, readonly task: string, readonly attempts: number, readonly lastError: string | null }> } | null, readonly metricsJobs: { readonly pending: number, readonly dead: ReadonlyArray<{ readonly id: string, readonly task: string, readonly attempts: number, readonly lastError: string | null }> } | null, readonly benefitsJobs: { readonly pending: number, readonly dead: ReadonlyArray<{ readonly id: string, readonly task: string, readonly attempts: number, readonly lastError: string | null }> } | null, readonly enablementJobs: { readonly pending: number, readonly dead: ReadonlyArray<{ readonly id: string, readonly task: string, readonly attempts: number, readonly lastError: string | null }> } | null };

export type RebuildRollupsMutationVariables = Exact<{
  partnerIds: ReadonlyArray<string>;
}>;


export type RebuildRollupsMutation = { readonly rebuildRollups: { readonly partners: number, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ReconcileLedgerQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ReconcileLedgerQuery = { readonly reconcileLedger: { readonly checked: number, readonly total: number, readonly next: string | null, readonly faults: ReadonlyArray<{ readonly partnerId: string, readonly kind: LedgerFaultKind, readonly subject: string, readonly expected: string, readonly found: string }>, readonly digests: ReadonlyArray<{ readonly partnerId: string, readonly facts: number | null, readonly factsDigest: string | null, readonly periods: number | null, readonly periodsDigest: string | null }> } | null };

export type ReconcileRollupsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReconcileRollupsQuery = { readonly reconcileRollups: { readonly checked: number, readonly total: number, readonly next: string | null, readonly faults: ReadonlyArray<{ readonly partnerId: string, readonly table: RollupTable, readonly on: string, readonly series: string, readonly expected: string, readonly found: string }>, readonly digests: ReadonlyArray<{ readonly partnerId: string, readonly facts: number | null, readonly factsDigest: string | null, readonly periods: number | null, readonly periodsDigest: string | null }> } | null };

export type SettleLedgersMutationVariables = Exact<{
  partnerIds: ReadonlyArray<string>;
}>;


export type SettleLedgersMutation = { readonly settleLedgers: { readonly partners: number, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type TierDigestsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TierDigestsQuery = { readonly tierDigests: { readonly total: number, readonly next: string | null, readonly digests: ReadonlyArray<{ readonly partnerId: string, readonly periods: number | null, readonly periodsDigest: string | null }> } | null };

export type VerifyDecisionsQueryVariables = Exact<{
  partnerId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type VerifyDecisionsQuery = { readonly verifyDecisions: { readonly checked: number, readonly total: number, readonly next: string | null, readonly faults: ReadonlyArray<{ readonly partnerId: string, readonly decisionId: string, readonly sequence: number, readonly kind: DecisionFaultKind, readonly expected: string, readonly found: string }> } | null };

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

export type NextPageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

type Refusal_AssessmentUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_AttemptUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_BenefitClaimUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_CalendarUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_CancelExportUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_CompleteModuleUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_ContentUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_CorrectFactsUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_DealRegistrationUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_DecideAdjustmentUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_DecideDuplicateUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_DecideRegistrationConflictUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_DecideWaitingFactUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_DeclareOwnedCustomersUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_EndAdjustmentUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_EnrollPeopleUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_FundUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_MovePersonUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_OnboardingStepUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_OverrideUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_PayoutUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_PlacePartnersUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_ProposeAdjustmentUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_ProposeSeasonalFactorsUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_PublishProgramUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RebuildRollupsUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RecordCompletionsUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RecordExchangeRatesUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RecordFactsUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RecordProgressUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RecordReviewUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RecordStatementsUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RedemptionUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RegisterPartnersUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RegisterPeopleUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RemoveCohortUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_RemoveSavedQueryUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_SandboxUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_SaveCohortUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_SaveProgramDraftUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_SaveQueryUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_SessionUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_SettleLedgersUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_SimulationUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_StartExportUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_ValidationUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

type Refusal_VendorManagerUserError_Fragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

export type RefusalFragment =
  | Refusal_AssessmentUserError_Fragment
  | Refusal_AttemptUserError_Fragment
  | Refusal_BenefitClaimUserError_Fragment
  | Refusal_CalendarUserError_Fragment
  | Refusal_CancelExportUserError_Fragment
  | Refusal_CompleteModuleUserError_Fragment
  | Refusal_ContentUserError_Fragment
  | Refusal_CorrectFactsUserError_Fragment
  | Refusal_DealRegistrationUserError_Fragment
  | Refusal_DecideAdjustmentUserError_Fragment
  | Refusal_DecideDuplicateUserError_Fragment
  | Refusal_DecideRegistrationConflictUserError_Fragment
  | Refusal_DecideWaitingFactUserError_Fragment
  | Refusal_DeclareOwnedCustomersUserError_Fragment
  | Refusal_EndAdjustmentUserError_Fragment
  | Refusal_EnrollPeopleUserError_Fragment
  | Refusal_FundUserError_Fragment
  | Refusal_MovePersonUserError_Fragment
  | Refusal_OnboardingStepUserError_Fragment
  | Refusal_OverrideUserError_Fragment
  | Refusal_PayoutUserError_Fragment
  | Refusal_PlacePartnersUserError_Fragment
  | Refusal_ProposeAdjustmentUserError_Fragment
  | Refusal_ProposeSeasonalFactorsUserError_Fragment
  | Refusal_PublishProgramUserError_Fragment
  | Refusal_RebuildRollupsUserError_Fragment
  | Refusal_RecordCompletionsUserError_Fragment
  | Refusal_RecordExchangeRatesUserError_Fragment
  | Refusal_RecordFactsUserError_Fragment
  | Refusal_RecordProgressUserError_Fragment
  | Refusal_RecordReviewUserError_Fragment
  | Refusal_RecordStatementsUserError_Fragment
  | Refusal_RedemptionUserError_Fragment
  | Refusal_RegisterPartnersUserError_Fragment
  | Refusal_RegisterPeopleUserError_Fragment
  | Refusal_RemoveCohortUserError_Fragment
  | Refusal_RemoveSavedQueryUserError_Fragment
  | Refusal_SandboxUserError_Fragment
  | Refusal_SaveCohortUserError_Fragment
  | Refusal_SaveProgramDraftUserError_Fragment
  | Refusal_SaveQueryUserError_Fragment
  | Refusal_SessionUserError_Fragment
  | Refusal_SettleLedgersUserError_Fragment
  | Refusal_SimulationUserError_Fragment
  | Refusal_StartExportUserError_Fragment
  | Refusal_ValidationUserError_Fragment
  | Refusal_VendorManagerUserError_Fragment
;

export type ContentChangeFragment = { readonly content: { readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> };

export type SideFragment = { readonly partner: { readonly id: string, readonly name: string }, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null };

export type AmountFragment = { readonly amount: string, readonly currency: string };

export type RecordedFactFragment = { readonly index: number, readonly externalId: string, readonly outcome: FactOutcome, readonly factId: string | null, readonly countsOn: string | null, readonly code: FactRefusalCode | null, readonly field: string | null, readonly message: string | null, readonly notice: string | null };

export type FundRefusalFragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null };

export type SandboxLeaseFragment = { readonly id: string, readonly label: string, readonly provider: string, readonly leasedOn: string, readonly expiresOn: string, readonly extended: number, readonly isOpen: boolean, readonly reclaimedAt: string | null };

export type ValidationRunStateFragment = { readonly id: string, readonly validation: string, readonly title: string, readonly state: ValidationState, readonly url: string | null, readonly startedAt: string, readonly checks: ReadonlyArray<{ readonly name: string, readonly title: string, readonly asks: string, readonly isManual: boolean, readonly hasPassed: boolean | null, readonly evidence: string | null, readonly checkedAt: string | null }> };

export type IndicatorFigureFragment = { readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null };

export type ManagerChangeFragment = { readonly manager: { readonly code: string, readonly name: string, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> };

export type RulesFragment = { readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string };

export type RegistrationRefusalFragment = { readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

export type OverrideRefusalFragment = { readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

export type SafeguardTermsFragment = { readonly rule: SafeguardRule, readonly until: string | null, readonly explanation: string };

export type CountedFragment = { readonly kind: RuleKind, readonly title: string | null, readonly subject: string | null, readonly unit: MeasureUnit | null, readonly actual: string | null, readonly weighted: string | null, readonly points: string | null, readonly isBeaten: boolean };

export type PersonNameFragment = { readonly id: string, readonly name: string | null };

export type PlayStateFragment = { readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> };

export type QueueFragment = { readonly pending: number, readonly dead: ReadonlyArray<{ readonly id: string, readonly task: string, readonly attempts: number, readonly lastError: string | null }> };

/** Those of schema/operations, by the file's name. */
export interface SavedDocuments {
  "benefit-claims": Document<BenefitClaimsQuery, BenefitClaimsQueryVariables>;
  "claim-benefit": Document<ClaimBenefitMutation, ClaimBenefitMutationVariables>;
  "decide-benefit-claim": Document<DecideBenefitClaimMutation, DecideBenefitClaimMutationVariables>;
  "entitlements": Document<EntitlementsQuery, EntitlementsQueryVariables>;
  "fulfil-benefit-claim": Document<FulfilBenefitClaimMutation, FulfilBenefitClaimMutationVariables>;
  "open-benefit-claims": Document<OpenBenefitClaimsQuery, OpenBenefitClaimsQueryVariables>;
  "confirm-content": Document<ConfirmContentMutation, ConfirmContentMutationVariables>;
  "content-care": Document<ContentCareQuery, ContentCareQueryVariables>;
  "content-piece": Document<ContentPieceQuery, ContentPieceQueryVariables>;
  "content": Document<ContentQuery, ContentQueryVariables>;
  "note-reading": Document<NoteReadingMutation, NoteReadingMutationVariables>;
  "publish-content": Document<PublishContentMutation, PublishContentMutationVariables>;
  "write-content": Document<WriteContentMutation, WriteContentMutationVariables>;
  "cancel-export": Document<CancelExportMutation, CancelExportMutationVariables>;
  "exports": Document<ExportsQuery, ExportsQueryVariables>;
  "remove-saved-query": Document<RemoveSavedQueryMutation, RemoveSavedQueryMutationVariables>;
  "save-query": Document<SaveQueryMutation, SaveQueryMutationVariables>;
  "saved-queries": Document<SavedQueriesQuery, SavedQueriesQueryVariables>;
  "start-export": Document<StartExportMutation, StartExportMutationVariables>;
  "decide-duplicate": Document<DecideDuplicateMutation, DecideDuplicateMutationVariables>;
  "decide-waiting-fact": Document<DecideWaitingFactMutation, DecideWaitingFactMutationVariables>;
  "declare-owned-customers": Document<DeclareOwnedCustomersMutation, DeclareOwnedCustomersMutationVariables>;
  "duplicates": Document<DuplicatesQuery, DuplicatesQueryVariables>;
  "exchange-rates": Document<ExchangeRatesQuery, ExchangeRatesQueryVariables>;
  "partner-deals": Document<PartnerDealsQuery, PartnerDealsQueryVariables>;
  "record-exchange-rates": Document<RecordExchangeRatesMutation, RecordExchangeRatesMutationVariables>;
  "record-facts": Document<RecordFactsMutation, RecordFactsMutationVariables>;
  "replace-facts": Document<ReplaceFactsMutation, ReplaceFactsMutationVariables>;
  "void-facts": Document<VoidFactsMutation, VoidFactsMutationVariables>;
  "waiting-facts": Document<WaitingFactsQuery, WaitingFactsQueryVariables>;
  "allocate-fund": Document<AllocateFundMutation, AllocateFundMutationVariables>;
  "attach-proof": Document<AttachProofMutation, AttachProofMutationVariables>;
  "claim-funds": Document<ClaimFundsMutation, ClaimFundsMutationVariables>;
  "decide-fund-claim": Document<DecideFundClaimMutation, DecideFundClaimMutationVariables>;
  "decide-fund-request": Document<DecideFundRequestMutation, DecideFundRequestMutationVariables>;
  "fund-utilisation": Document<FundUtilisationQuery, FundUtilisationQueryVariables>;
  "partner-funds": Document<PartnerFundsQuery, PartnerFundsQueryVariables>;
  "request-funds": Document<RequestFundsMutation, RequestFundsMutationVariables>;
  "waiting-fund-requests": Document<WaitingFundRequestsQuery, WaitingFundRequestsQueryVariables>;
  "add-sandbox-deal": Document<AddSandboxDealMutation, AddSandboxDealMutationVariables>;
  "declare-endpoint": Document<DeclareEndpointMutation, DeclareEndpointMutationVariables>;
  "extend-sandbox": Document<ExtendSandboxMutation, ExtendSandboxMutationVariables>;
  "lease-sandbox": Document<LeaseSandboxMutation, LeaseSandboxMutationVariables>;
  "partner-sandboxes": Document<PartnerSandboxesQuery, PartnerSandboxesQueryVariables>;
  "partner-validations": Document<PartnerValidationsQuery, PartnerValidationsQueryVariables>;
  "record-check": Document<RecordCheckMutation, RecordCheckMutationVariables>;
  "release-sandbox": Document<ReleaseSandboxMutation, ReleaseSandboxMutationVariables>;
  "run-validation": Document<RunValidationMutation, RunValidationMutationVariables>;
  "sandbox-data": Document<SandboxDataQuery, SandboxDataQueryVariables>;
  "adjustments": Document<AdjustmentsQuery, AdjustmentsQueryVariables>;
  "cohort-indicators": Document<CohortIndicatorsQuery, CohortIndicatorsQueryVariables>;
  "decide-adjustment": Document<DecideAdjustmentMutation, DecideAdjustmentMutationVariables>;
  "end-adjustment": Document<EndAdjustmentMutation, EndAdjustmentMutationVariables>;
  "indicators": Document<IndicatorsQuery, IndicatorsQueryVariables>;
  "partner-indicators": Document<PartnerIndicatorsQuery, PartnerIndicatorsQueryVariables>;
  "propose-adjustment": Document<ProposeAdjustmentMutation, ProposeAdjustmentMutationVariables>;
  "propose-seasonal-factors": Document<ProposeSeasonalFactorsMutation, ProposeSeasonalFactorsMutationVariables>;
  "block-onboarding-step": Document<BlockOnboardingStepMutation, BlockOnboardingStepMutationVariables>;
  "complete-onboarding-step": Document<CompleteOnboardingStepMutation, CompleteOnboardingStepMutationVariables>;
  "late-plans": Document<LatePlansQuery, LatePlansQueryVariables>;
  "onboarding-overview": Document<OnboardingOverviewQuery, OnboardingOverviewQueryVariables>;
  "partner-onboarding": Document<PartnerOnboardingQuery, PartnerOnboardingQueryVariables>;
  "assign-manager": Document<AssignManagerMutation, AssignManagerMutationVariables>;
  "cohort": Document<CohortQuery, CohortQueryVariables>;
  "cohorts": Document<CohortsQuery, CohortsQueryVariables>;
  "hand-over-partners": Document<HandOverPartnersMutation, HandOverPartnersMutationVariables>;
  "move-person": Document<MovePersonMutation, MovePersonMutationVariables>;
  "nodes": Document<NodesQuery, NodesQueryVariables>;
  "partner-list": Document<PartnerListQuery, PartnerListQueryVariables>;
  "partner-managers": Document<PartnerManagersQuery, PartnerManagersQueryVariables>;
  "portal-home": Document<PortalHomeQuery, PortalHomeQueryVariables>;
  "record-absence": Document<RecordAbsenceMutation, RecordAbsenceMutationVariables>;
  "register-manager": Document<RegisterManagerMutation, RegisterManagerMutationVariables>;
  "register-partners": Document<RegisterPartnersMutation, RegisterPartnersMutationVariables>;
  "register-people": Document<RegisterPeopleMutation, RegisterPeopleMutationVariables>;
  "remove-cohort": Document<RemoveCohortMutation, RemoveCohortMutationVariables>;
  "save-cohort": Document<SaveCohortMutation, SaveCohortMutationVariables>;
  "vendor-managers": Document<VendorManagersQuery, VendorManagersQueryVariables>;
  "check-program": Document<CheckProgramQuery, CheckProgramQueryVariables>;
  "program-drafts": Document<ProgramDraftsQuery, ProgramDraftsQueryVariables>;
  "program-on": Document<ProgramOnQuery, ProgramOnQueryVariables>;
  "program-versions": Document<ProgramVersionsQuery, ProgramVersionsQueryVariables>;
  "publish-program": Document<PublishProgramMutation, PublishProgramMutationVariables>;
  "save-program-draft": Document<SaveProgramDraftMutation, SaveProgramDraftMutationVariables>;
  "tier-matrix": Document<TierMatrixQuery, TierMatrixQueryVariables>;
  "worked-examples": Document<WorkedExamplesQuery, WorkedExamplesQueryVariables>;
  "deal-registrations": Document<DealRegistrationsQuery, DealRegistrationsQueryVariables>;
  "decide-registration-conflict": Document<DecideRegistrationConflictMutation, DecideRegistrationConflictMutationVariables>;
  "decide-registration": Document<DecideRegistrationMutation, DecideRegistrationMutationVariables>;
  "extend-registration": Document<ExtendRegistrationMutation, ExtendRegistrationMutationVariables>;
  "register-deal": Document<RegisterDealMutation, RegisterDealMutationVariables>;
  "registration-conflicts": Document<RegistrationConflictsQuery, RegistrationConflictsQueryVariables>;
  "waiting-registrations": Document<WaitingRegistrationsQuery, WaitingRegistrationsQueryVariables>;
  "withdraw-registration": Document<WithdrawRegistrationMutation, WithdrawRegistrationMutationVariables>;
  "ceilings": Document<CeilingsQuery, CeilingsQueryVariables>;
  "create-payout-batch": Document<CreatePayoutBatchMutation, CreatePayoutBatchMutationVariables>;
  "decide-redemption": Document<DecideRedemptionMutation, DecideRedemptionMutationVariables>;
  "journal": Document<JournalQuery, JournalQueryVariables>;
  "partner-ledger": Document<PartnerLedgerQuery, PartnerLedgerQueryVariables>;
  "payout-batches": Document<PayoutBatchesQuery, PayoutBatchesQueryVariables>;
  "redeem-rewards": Document<RedeemRewardsMutation, RedeemRewardsMutationVariables>;
  "reward-account": Document<RewardAccountQuery, RewardAccountQueryVariables>;
  "reward-entries": Document<RewardEntriesQuery, RewardEntriesQueryVariables>;
  "reward-liability": Document<RewardLiabilityQuery, RewardLiabilityQueryVariables>;
  "reward-statement": Document<RewardStatementQuery, RewardStatementQueryVariables>;
  "settle-payouts": Document<SettlePayoutsMutation, SettlePayoutsMutationVariables>;
  "tier-rewards": Document<TierRewardsQuery, TierRewardsQueryVariables>;
  "trial-balance": Document<TrialBalanceQuery, TrialBalanceQueryVariables>;
  "waiting-redemptions": Document<WaitingRedemptionsQuery, WaitingRedemptionsQueryVariables>;
  "book-session": Document<BookSessionMutation, BookSessionMutationVariables>;
  "cancel-session": Document<CancelSessionMutation, CancelSessionMutationVariables>;
  "leave-session": Document<LeaveSessionMutation, LeaveSessionMutationVariables>;
  "make-calendar": Document<MakeCalendarMutation, MakeCalendarMutationVariables>;
  "partner-sessions": Document<PartnerSessionsQuery, PartnerSessionsQueryVariables>;
  "plan-session": Document<PlanSessionMutation, PlanSessionMutationVariables>;
  "record-attendance": Document<RecordAttendanceMutation, RecordAttendanceMutationVariables>;
  "record-session": Document<RecordSessionMutation, RecordSessionMutationVariables>;
  "session-obligations": Document<SessionObligationsQuery, SessionObligationsQueryVariables>;
  "sessions": Document<SessionsQuery, SessionsQueryVariables>;
  "decide-override": Document<DecideOverrideMutation, DecideOverrideMutationVariables>;
  "end-override": Document<EndOverrideMutation, EndOverrideMutationVariables>;
  "fairness-report": Document<FairnessReportQuery, FairnessReportQueryVariables>;
  "partner-governance": Document<PartnerGovernanceQuery, PartnerGovernanceQueryVariables>;
  "place-partners": Document<PlacePartnersMutation, PlacePartnersMutationVariables>;
  "placement-run": Document<PlacementRunQuery, PlacementRunQueryVariables>;
  "record-review": Document<RecordReviewMutation, RecordReviewMutationVariables>;
  "request-override": Document<RequestOverrideMutation, RequestOverrideMutationVariables>;
  "requested-overrides": Document<RequestedOverridesQuery, RequestedOverridesQueryVariables>;
  "review-forms": Document<ReviewFormsQuery, ReviewFormsQueryVariables>;
  "tier-history": Document<TierHistoryQuery, TierHistoryQueryVariables>;
  "ways-up": Document<WaysUpQuery, WaysUpQueryVariables>;
  "what-if": Document<WhatIfQuery, WhatIfQueryVariables>;
  "why-this-tier": Document<WhyThisTierQuery, WhyThisTierQueryVariables>;
  "certificates": Document<CertificatesQuery, CertificatesQueryVariables>;
  "check-certification": Document<CheckCertificationQuery, CheckCertificationQueryVariables>;
  "choose-in-simulation": Document<ChooseInSimulationMutation, ChooseInSimulationMutationVariables>;
  "complete-module": Document<CompleteModuleMutation, CompleteModuleMutationVariables>;
  "expiring-certifications": Document<ExpiringCertificationsQuery, ExpiringCertificationsQueryVariables>;
  "finish-attempt": Document<FinishAttemptMutation, FinishAttemptMutationVariables>;
  "learning-paths": Document<LearningPathsQuery, LearningPathsQueryVariables>;
  "next-steps": Document<NextStepsQuery, NextStepsQueryVariables>;
  "partner-plays": Document<PartnerPlaysQuery, PartnerPlaysQueryVariables>;
  "person-attempts": Document<PersonAttemptsQuery, PersonAttemptsQueryVariables>;
  "publish-assessment": Document<PublishAssessmentMutation, PublishAssessmentMutationVariables>;
  "publish-scenario": Document<PublishScenarioMutation, PublishScenarioMutationVariables>;
  "record-completions": Document<RecordCompletionsMutation, RecordCompletionsMutationVariables>;
  "record-statements": Document<RecordStatementsMutation, RecordStatementsMutationVariables>;
  "scenarios": Document<ScenariosQuery, ScenariosQueryVariables>;
  "start-attempt": Document<StartAttemptMutation, StartAttemptMutationVariables>;
  "start-simulation": Document<StartSimulationMutation, StartSimulationMutationVariables>;
  "training-for-tier": Document<TrainingForTierQuery, TrainingForTierQueryVariables>;
  "job-queues": Document<JobQueuesQuery, JobQueuesQueryVariables>;
  "rebuild-rollups": Document<RebuildRollupsMutation, RebuildRollupsMutationVariables>;
  "reconcile-ledger": Document<ReconcileLedgerQuery, ReconcileLedgerQueryVariables>;
  "reconcile-rollups": Document<ReconcileRollupsQuery, ReconcileRollupsQueryVariables>;
  "settle-ledgers": Document<SettleLedgersMutation, SettleLedgersMutationVariables>;
  "tier-digests": Document<TierDigestsQuery, TierDigestsQueryVariables>;
  "verify-decisions": Document<VerifyDecisionsQuery, VerifyDecisionsQueryVariables>;
}

/** Those that stand in a test, by their text. */
export interface InlineDocuments {
  "query ($id: ID!) { partner(id: $id) { measures(names: [\"revenue\"], asOf: \"2026-02-01\") { value } } }": Document<FaultsConcurrency1Query, FaultsConcurrency1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { rewards { balance { amount } } } }": Document<FaultsConcurrency2Query, FaultsConcurrency2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { rewards { balance { amount } entries { nodes { id } } } entitlements { id } } }": Document<FaultsConcurrency3Query, FaultsConcurrency3QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { name tierStatus { tier { name } } rewards { balance { amount } } entitlements { tier } } }": Document<FaultsDistributed1Query, FaultsDistributed1QueryVariables>;
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
  "query ($code: String!) { partners(filter: { code: $code }) { nodes { id code tierStatus { tier { name } } measures { measure value } rewards { accounts { available { amount } debt { amount } } } } } }": Document<JourneysCases1Query, JourneysCases1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { rewards {\n      balance { amount } withheld { rule ceiling amount { amount } }\n      entries(first: 10) { nodes { on amount { amount } explanation } } } } }": Document<JourneysCeilingByYear1Query, JourneysCeilingByYear1QueryVariables>;
  "query ($f: PartnerFilter) { partners(filter: $f) { nodes { id } } }": Document<JourneysCohorts1Query, JourneysCohorts1QueryVariables>;
  "query { contentPiece(name: \"read\") { use { reads readers useful notUseful } } }": Document<JourneysContent1Query, JourneysContent1QueryVariables>;
  "query ($id: ID!, $asOf: Date!) { partner(id: $id) { measures(asOf: $asOf) { measure value\n  evidence { edges { counted explanation node { externalId } } nodes { externalId } } } } }": Document<JourneysCountedFacts1Query, JourneysCountedFacts1QueryVariables>;
  "{ partners(first: 100) { nodes { id code region tierStatus { tier { name } } } } }": Document<JourneysCrmExport1Query, JourneysCrmExport1QueryVariables>;
  "{ partners(first: 100) { nodes { deals(first: 100) { nodes { id } } decisions(first: 100) { nodes { id } }\n         rewards { balance { amount } entries(first: 100) { nodes { id } } } } } }": Document<JourneysCrmExport2Query, JourneysCrmExport2QueryVariables>;
  "{ partners(first: 100) { nodes { deals(first: 1) { nodes { id } } } } }": Document<JourneysCrmExport3Query, JourneysCrmExport3QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } summary safeUntil\n       decision { safeguards { rule until } }\n       next { requirement { rules { kind subject bound target isMet } } } } } }": Document<JourneysDecimalsAndCadences1Query, JourneysDecimalsAndCadences1QueryVariables>;
  "query { verifyDecisions(first: 10) { faults { kind } } }": Document<JourneysDecimalsAndCadences2Query, JourneysDecimalsAndCadences2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { training { certifications { nodes { checkCode } } } } }": Document<JourneysEnablementVariables1Query, JourneysEnablementVariables1QueryVariables>;
  "{ partners(first: 1) { nodes { id } } }": Document<JourneysExports1Query, JourneysExports1QueryVariables>;
  "{ partners(first: 100) { pageInfo { endCursor } } }": Document<JourneysExports2Query, JourneysExports2QueryVariables>;
  "query ($id: ID!, $asOf: Date, $knownAt: DateTime) {\n  partner(id: $id) {\n    tierStatus { tier { name } }\n    rewards { balance { amount } }\n    measures(asOf: $asOf, knownAt: $knownAt) {\n      measure value notice\n      evidence(first: 100) {\n        nodes {\n          kindName externalId on happenedOn reversedOn customer amount { amount }\n          credit { role share whole { amount } } conversion { told { amount currency } rate rateOn }\n        }\n      }\n    }\n  }\n}": Document<JourneysFactsFixture1Query, JourneysFactsFixture1QueryVariables>;
  "query ($code: String!) { partners(filter: { code: $code }) { nodes { measures { measure value } } } }": Document<JourneysImportFixture1Query, JourneysImportFixture1QueryVariables>;
  "query ($code: String!) { partners(filter: { code: $code }) { nodes { people { nodes { externalId name } } } } }": Document<JourneysImport1Query, JourneysImport1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { measures(names: [\"certified-people\"]) { value } training { certifiedPeople\n      expiring { expiresOn endedBecause course { title } }\n      certifications { nodes { checkCode issuedOn expiresOn isValid countsFrom endedBecause } } } } }": Document<JourneysLearningFixture1Query, JourneysLearningFixture1QueryVariables>;
  "query ($first: Int!) { partners(first: $first) { nodes { training { people certifiedPeople\n    courses { course { title assessment { questions } } completed } expiring { expiresOn }\n    certifications(first: 5) { nodes { level renewableFrom } } }\n    people { nodes { training { completed held { level } } nextSteps { kind course { title } } } } } } }": Document<JourneysLearning1Query, JourneysLearning1QueryVariables>;
  "query ($id: ID!) {\n  partner(id: $id) {\n    tierStatus { tier { name } since }\n    entitlements { benefit { name } withdrawnOn }\n    rewards { balance { amount } }\n  }\n}": Document<JourneysMainJob1Query, JourneysMainJob1QueryVariables>;
  "query ($id: ID!, $asOf: Date!) { partner(id: $id) { measures(asOf: $asOf) { measure value } } }": Document<JourneysMeasures1Query, JourneysMeasures1QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { measures(names: [\"of-z\"], asOf: \"2024-07-01\") { value } } }": Document<JourneysMeasures2Query, JourneysMeasures2QueryVariables>;
  "query ($id: ID!) {\n  partner(id: $id) { tierStatus { tier { name } since } decisions(first: 1) { nodes { programVersion asOf } } }\n}": Document<JourneysProgramVersions1Query, JourneysProgramVersions1QueryVariables>;
  "{ benefits { title } courses { title } tiers { name requires { target } } }": Document<JourneysProgramVersions2Query, JourneysProgramVersions2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { tierStatus { tier { name } } measures { measure value } rewards { balance { amount } } } }": Document<JourneysRegistrationsGuarded1Query, JourneysRegistrationsGuarded1QueryVariables>;
  "query ($partnerId: ID!) { partner(id: $partnerId) { tierStatus { tier { name } summary isAtRisk safeUntil }\n           rewards { balance { amount } } } }": Document<JourneysTierByHand1Query, JourneysTierByHand1QueryVariables>;
  "mutation ($id: ID!, $asOf: Date!) {\n  placePartners(input: { partnerIds: [$id], asOf: $asOf, waitSeconds: 8 }) { run { finishedAt } userErrors { code } }\n}": Document<JourneysVerify1Mutation, JourneysVerify1MutationVariables>;
  "{ partners(filter: { code: \"untouched-1\" }) { nodes { id } } }": Document<JourneysVerify2Query, JourneysVerify2QueryVariables>;
  "query ($id: ID!) { partner(id: $id) { whatIf { id } } }": Document<JourneysWhatIf1Query, JourneysWhatIf1QueryVariables>;
  "query ($id: ID!, $deals: [HypotheticalDealInput!]) { partner(id: $id) {\n  measures { measure }\n  tierStatus { tier { name } summary keeping { requirement { kind title isMet } }\n    next { tier { name } thresholds { kind title isMet why actual target gap } ways { steps { kind inWords } } } }\n  whatIf(deals: $deals) { measures { measure } placement { tier { name } summary } } }\n  program { source } }": Document<JourneysWithheldMeasures1Query, JourneysWithheldMeasures1QueryVariables>;
  "query ($after: String) {\n  partners(first: 100, after: $after) {\n    nodes {\n      id\n      tierStatus { tier { benefits { quantity benefit { name } } } }\n      entitlements { quantity isInTransition benefit { name } }\n    }\n    pageInfo { hasNextPage endCursor }\n  }\n}": Document<KitFaultsOfEntitlements1Query, KitFaultsOfEntitlements1QueryVariables>;
  "mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code } } }": Document<SecurityTwoPartners1Mutation, SecurityTwoPartners1MutationVariables>;
}
