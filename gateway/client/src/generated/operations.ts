// Written by `npm run schema` from schema/operations; nobody edits it.
import { operation } from "../operation.js";

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
  | 'REFUSED';

export type AnswerInput = {
  readonly options: ReadonlyArray<string>;
  readonly question: string;
};

export type AttributeInput = {
  readonly name: string;
  readonly value: string;
};

export type AuditFilter = {
  readonly actions?: ReadonlyArray<string> | null | undefined;
  readonly from?: string | null | undefined;
  readonly objectIds?: ReadonlyArray<string> | null | undefined;
  readonly outcomes?: ReadonlyArray<AuditOutcome> | null | undefined;
  readonly partnerIds?: ReadonlyArray<string> | null | undefined;
  readonly subjects?: ReadonlyArray<string> | null | undefined;
  readonly until?: string | null | undefined;
};

export type AuditOutcome =
  | 'DONE'
  | 'FAILED'
  | 'REFUSED';

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

export type DateRange = {
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
};

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

export type OrderDirection =
  | 'ASC'
  | 'DESC';

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

export type PartnerInput = {
  readonly code: string;
  readonly country?: string | null | undefined;
  readonly joinedOn?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly tracks?: ReadonlyArray<string> | null | undefined;
};

export type PartnerOrder = {
  readonly by: PartnerOrderField;
  readonly direction?: OrderDirection;
};

export type PartnerOrderField =
  | 'JOINED'
  | 'NAME'
  | 'PROGRESS'
  | 'TIER';

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
  readonly reason: string;
  readonly regions?: ReadonlyArray<string> | null | undefined;
  readonly until: string;
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

export type ViewerRole =
  | 'ANALYST'
  | 'INGEST'
  | 'PARTNER'
  | 'PARTNER_MANAGER'
  | 'PROGRAM_MANAGER';

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

export type BenefitsAuditLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;


export type BenefitsAuditLogQuery = { readonly benefitsAuditLog: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly recordedAt: string, readonly requestId: string, readonly role: string, readonly subject: string, readonly address: string | null, readonly action: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly partnerId: string | null, readonly objectId: string | null, readonly input: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type EnablementAuditLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;


export type EnablementAuditLogQuery = { readonly enablementAuditLog: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly recordedAt: string, readonly requestId: string, readonly role: string, readonly subject: string, readonly address: string | null, readonly action: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly partnerId: string | null, readonly objectId: string | null, readonly input: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MetricsAuditLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;


export type MetricsAuditLogQuery = { readonly metricsAuditLog: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly recordedAt: string, readonly requestId: string, readonly role: string, readonly subject: string, readonly address: string | null, readonly action: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly partnerId: string | null, readonly objectId: string | null, readonly input: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PartnersAuditLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: AuditFilter | null | undefined;
}>;


export type PartnersAuditLogQuery = { readonly partnersAuditLog: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly recordedAt: string, readonly requestId: string, readonly role: string, readonly subject: string, readonly address: string | null, readonly action: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly partnerId: string | null, readonly objectId: string | null, readonly input: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type VerifyBenefitsAuditQueryVariables = Exact<{
  after?: number;
}>;


export type VerifyBenefitsAuditQuery = { readonly verifyBenefitsAudit: { readonly seals: number, readonly entries: number, readonly unsealed: number, readonly next: number | null, readonly faults: ReadonlyArray<{ readonly seal: number, readonly expected: string, readonly found: string }> } | null };

export type VerifyEnablementAuditQueryVariables = Exact<{
  after?: number;
}>;


export type VerifyEnablementAuditQuery = { readonly verifyEnablementAudit: { readonly seals: number, readonly entries: number, readonly unsealed: number, readonly next: number | null, readonly faults: ReadonlyArray<{ readonly seal: number, readonly expected: string, readonly found: string }> } | null };

export type VerifyMetricsAuditQueryVariables = Exact<{
  after?: number;
}>;


export type VerifyMetricsAuditQuery = { readonly verifyMetricsAudit: { readonly seals: number, readonly entries: number, readonly unsealed: number, readonly next: number | null, readonly faults: ReadonlyArray<{ readonly seal: number, readonly expected: string, readonly found: string }> } | null };

export type VerifyPartnersAuditQueryVariables = Exact<{
  after?: number;
}>;


export type VerifyPartnersAuditQuery = { readonly verifyPartnersAudit: { readonly seals: number, readonly entries: number, readonly unsealed: number, readonly next: number | null, readonly faults: ReadonlyArray<{ readonly seal: number, readonly expected: string, readonly found: string }> } | null };

export type BenefitClaimsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type BenefitClaimsQuery = { readonly partner: { readonly id: string, readonly benefitClaims: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly benefit: string, readonly quantity: number, readonly state: BenefitClaimState, readonly note: string | null, readonly requestedAt: string, readonly requestedBy: string | null, readonly decidedBy: string | null, readonly reason: string | null, readonly dueOn: string | null, readonly isOverdue: boolean, readonly fulfilledAt: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

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


export type EntitlementsQuery = { readonly partner: { readonly id: string, readonly name: string, readonly entitlements: ReadonlyArray<{ readonly id: string, readonly tier: string, readonly quantity: number | null, readonly used: number | null, readonly left: number | null, readonly isInTransition: boolean, readonly grantedOn: string, readonly withdrawnOn: string | null, readonly benefit: { readonly id: string, readonly name: string, readonly title: string, readonly dimension: BenefitDimension } }> | null } | null };

export type FulfilBenefitClaimMutationVariables = Exact<{
  id: string;
}>;


export type FulfilBenefitClaimMutation = { readonly fulfilBenefitClaim: { readonly claim: { readonly id: string, readonly state: BenefitClaimState, readonly fulfilledAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OpenBenefitClaimsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type OpenBenefitClaimsQuery = { readonly benefitClaims: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly benefit: string, readonly quantity: number, readonly state: BenefitClaimState, readonly note: string | null, readonly requestedAt: string, readonly dueOn: string | null, readonly isOverdue: boolean, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ConfirmContentMutationVariables = Exact<{
  name: string;
  freshUntil: string;
}>;


export type ConfirmContentMutation = { readonly confirmContent: { readonly content: { readonly id: string, readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ContentCareQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContentCareQuery = { readonly staleContent: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly title: string, readonly owner: string, readonly freshUntil: string, readonly use: { readonly reads: number, readonly readers: number, readonly useful: number, readonly notUseful: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly contentDrafts: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly version: number, readonly writtenAt: string, readonly isPublished: boolean }> | null };

export type ContentPieceQueryVariables = Exact<{
  name: string;
}>;


export type ContentPieceQuery = { readonly contentPiece: { readonly id: string, readonly title: string, readonly kind: ContentKind, readonly summary: string, readonly owner: string, readonly version: number, readonly writtenAt: string, readonly freshUntil: string, readonly isStale: boolean, readonly sections: ReadonlyArray<{ readonly section: ContentSectionName, readonly markdown: string, readonly html: string }> } | null };

export type ContentQueryVariables = Exact<{
  kind?: ContentKind | null | undefined;
  role?: CourseRole | null | undefined;
  maturity?: string | null | undefined;
  motion?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ContentQuery = { readonly content: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly kind: ContentKind, readonly title: string, readonly summary: string, readonly role: CourseRole | null, readonly maturities: ReadonlyArray<string>, readonly motion: string | null, readonly owner: string, readonly version: number, readonly freshUntil: string, readonly isStale: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type NoteReadingMutationVariables = Exact<{
  partnerId: string;
  name: string;
  isUseful?: boolean | null | undefined;
}>;


export type NoteReadingMutation = { readonly noteReading: { readonly content: { readonly id: string, readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PublishContentMutationVariables = Exact<{
  name: string;
  version?: number | null | undefined;
}>;


export type PublishContentMutation = { readonly publishContent: { readonly content: { readonly id: string, readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type WriteContentMutationVariables = Exact<{
  input: WriteContentInput;
}>;


export type WriteContentMutation = { readonly writeContent: { readonly content: { readonly id: string, readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CancelExportMutationVariables = Exact<{
  id: string;
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


export type SaveQueryMutation = { readonly saveQuery: { readonly savedQuery: { readonly id: string, readonly name: string, readonly savedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SavedQueriesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SavedQueriesQuery = { readonly savedQueries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly source: string, readonly variables: string, readonly savedAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type StartExportMutationVariables = Exact<{
  savedQuery: string;
  format?: ExportFormat | null | undefined;
  variables?: string | null | undefined;
  idempotencyKey: string;
}>;


export type StartExportMutation = { readonly startExport: { readonly export: { readonly id: string, readonly state: ExportState, readonly rows: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideDuplicateMutationVariables = Exact<{
  id: string;
  verdict: DuplicateVerdict;
  standingFactId?: string | null | undefined;
  reason: string;
}>;


export type DecideDuplicateMutation = { readonly decideDuplicate: { readonly duplicate: { readonly id: string, readonly state: DuplicateState, readonly decidedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideWaitingFactMutationVariables = Exact<{
  id: string;
  decision: WaitingFactDecision;
  reason: string;
}>;


export type DecideWaitingFactMutation = { readonly decideWaitingFact: { readonly waitingFact: { readonly id: string, readonly state: WaitingFactState, readonly externalId: string, readonly endedAt: string | null, readonly reason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

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


export type DuplicatesQuery = { readonly duplicates: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: DuplicateState, readonly foundAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly reason: string | null, readonly earlier: { readonly partner: { readonly id: string, readonly name: string } | null, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }, readonly later: { readonly partner: { readonly id: string, readonly name: string } | null, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }, readonly facts: ReadonlyArray<{ readonly partner: { readonly id: string, readonly name: string } | null, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

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


export type WaitingFactsQuery = { readonly waitingFacts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: WaitingFactState, readonly kindName: string, readonly externalId: string, readonly code: FactRefusalCode, readonly message: string, readonly deal: string | null, readonly on: string | null, readonly amount: string | null, readonly currency: string | null, readonly reportedAt: string, readonly endedAt: string | null, readonly reason: string | null, readonly partner: { readonly id: string, readonly name: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

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


export type AttachProofMutation = { readonly attachProof: { readonly proof: { readonly id: string, readonly fileName: string | null, readonly sizeBytes: number, readonly sha256: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

export type ClaimFundsMutationVariables = Exact<{
  id: string;
  spent: string;
}>;


export type ClaimFundsMutation = { readonly claimFunds: { readonly request: { readonly id: string, readonly state: FundRequestState, readonly claimedBy: string | null, readonly spent: { readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null }> } | null };

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


export type PartnerFundsQuery = { readonly partner: { readonly id: string, readonly funds: ReadonlyArray<{ readonly id: string, readonly fund: string, readonly title: string, readonly why: string, readonly periodFrom: string, readonly periodTo: string, readonly reimburses: string, readonly claimWithinDays: number, readonly due: { readonly amount: string, readonly currency: string } | null, readonly allocated: { readonly amount: string, readonly currency: string }, readonly committed: { readonly amount: string, readonly currency: string }, readonly reimbursed: { readonly amount: string, readonly currency: string } }> | null, readonly fundRequests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly fund: string, readonly activity: string | null, readonly state: FundRequestState, readonly reason: string | null, readonly claimBy: string | null, readonly externalReference: string | null, readonly amount: { readonly amount: string, readonly currency: string }, readonly approved: { readonly amount: string, readonly currency: string } | null, readonly spent: { readonly amount: string, readonly currency: string } | null, readonly reimbursed: { readonly amount: string, readonly currency: string } | null, readonly proofs: ReadonlyArray<{ readonly id: string, readonly fileName: string | null, readonly mediaType: string, readonly sizeBytes: number, readonly sha256: string, readonly storedAt: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

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


export type WaitingFundRequestsQuery = { readonly fundRequests: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly fund: string, readonly activity: string | null, readonly state: FundRequestState, readonly requestedAt: string, readonly requestedBy: string | null, readonly claimedBy: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly amount: { readonly amount: string, readonly currency: string }, readonly spent: { readonly amount: string, readonly currency: string } | null, readonly proofs: ReadonlyArray<{ readonly id: string, readonly fileName: string | null, readonly mediaType: string, readonly sizeBytes: number, readonly sha256: string, readonly content: string | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

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
  id: string;
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


export type PartnerValidationsQuery = { readonly validations: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly why: string, readonly tracks: ReadonlyArray<string>, readonly checks: ReadonlyArray<string> }> | null, readonly partner: { readonly id: string, readonly endpoint: string | null, readonly validationRuns: ReadonlyArray<{ readonly id: string, readonly validation: string, readonly title: string, readonly state: ValidationState, readonly url: string | null, readonly startedAt: string, readonly checks: ReadonlyArray<{ readonly name: string, readonly title: string, readonly asks: string, readonly isManual: boolean, readonly hasPassed: boolean | null, readonly evidence: string | null, readonly checkedAt: string | null }> }> | null } | null };

export type RecordCheckMutationVariables = Exact<{
  id: string;
  check: string;
  hasPassed: boolean;
  evidence: string;
}>;


export type RecordCheckMutation = { readonly recordCheck: { readonly run: { readonly id: string, readonly validation: string, readonly title: string, readonly state: ValidationState, readonly url: string | null, readonly startedAt: string, readonly checks: ReadonlyArray<{ readonly name: string, readonly title: string, readonly asks: string, readonly isManual: boolean, readonly hasPassed: boolean | null, readonly evidence: string | null, readonly checkedAt: string | null }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ReleaseSandboxMutationVariables = Exact<{
  id: string;
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


export type AdjustmentsQuery = { readonly adjustments: ReadonlyArray<{ readonly id: string, readonly measure: string, readonly kind: AdjustmentKind, readonly state: AdjustmentState, readonly from: string, readonly until: string, readonly factor: string | null, readonly regions: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly reason: string | null, readonly method: string | null, readonly proposedBy: string | null, readonly decidedBy: string | null }> | null };

export type CohortIndicatorsQueryVariables = Exact<{
  name: string;
  from: string;
  until: string;
  by?: IndicatorDimension | null | undefined;
  step?: IndicatorStep | null | undefined;
}>;


export type CohortIndicatorsQuery = { readonly cohort: { readonly id: string, readonly name: string, readonly size: number | null, readonly indicators: ReadonlyArray<{ readonly name: string, readonly from: string, readonly until: string, readonly partners: number | null, readonly values: ReadonlyArray<{ readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null }> | null }> | null } | null };

export type DecideAdjustmentMutationVariables = Exact<{
  id: string;
  approve: boolean;
}>;


export type DecideAdjustmentMutation = { readonly decideAdjustment: { readonly adjustment: { readonly id: string, readonly state: AdjustmentState, readonly decidedBy: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type EndAdjustmentMutationVariables = Exact<{
  id: string;
}>;


export type EndAdjustmentMutation = { readonly endAdjustment: { readonly adjustment: { readonly id: string, readonly state: AdjustmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type IndicatorsQueryVariables = Exact<{
  from: string;
  until: string;
  by?: IndicatorDimension | null | undefined;
  step?: IndicatorStep | null | undefined;
}>;


export type IndicatorsQuery = { readonly indicators: ReadonlyArray<{ readonly name: string, readonly from: string, readonly until: string, readonly partners: number | null, readonly values: ReadonlyArray<{ readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null }> | null }> | null, readonly tierProgression: ReadonlyArray<{ readonly tier: string, readonly partners: number | null, readonly movedUp: number | null, readonly movedDown: number | null, readonly progressionRate: string | null }> | null };

export type PartnerIndicatorsQueryVariables = Exact<{
  partnerId: string;
  from: string;
  until: string;
}>;


export type PartnerIndicatorsQuery = { readonly partner: { readonly id: string, readonly name: string, readonly indicators: { readonly from: string, readonly until: string, readonly values: ReadonlyArray<{ readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null }> | null } | null } | null };

export type ProposeAdjustmentMutationVariables = Exact<{
  input: ProposeAdjustmentInput;
}>;


export type ProposeAdjustmentMutation = { readonly proposeAdjustment: { readonly adjustment: { readonly id: string, readonly state: AdjustmentState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ProposeSeasonalFactorsMutationVariables = Exact<{
  measure: string;
  months?: number | null | undefined;
}>;


export type ProposeSeasonalFactorsMutation = { readonly proposeSeasonalFactors: { readonly adjustments: ReadonlyArray<{ readonly id: string, readonly from: string, readonly until: string, readonly factor: string | null, readonly reason: string | null, readonly method: string | null }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type BlockOnboardingStepMutationVariables = Exact<{
  planId: string;
  step: string;
  reason?: string | null | undefined;
}>;


export type BlockOnboardingStepMutation = { readonly blockOnboardingStep: { readonly step: { readonly id: string, readonly name: string, readonly state: OnboardingStepState, readonly doneOn: string | null, readonly doneBecause: OnboardingDoneBecause | null, readonly evidence: string | null, readonly blockedBecause: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CompleteOnboardingStepMutationVariables = Exact<{
  planId: string;
  step: string;
  evidence?: string | null | undefined;
}>;


export type CompleteOnboardingStepMutation = { readonly completeOnboardingStep: { readonly step: { readonly id: string, readonly name: string, readonly state: OnboardingStepState, readonly doneOn: string | null, readonly doneBecause: OnboardingDoneBecause | null, readonly evidence: string | null, readonly blockedBecause: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type LatePlansQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LatePlansQuery = { readonly latePlans: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly health: OnboardingHealth, readonly percent: number, readonly partner: { readonly id: string, readonly name: string } | null, readonly steps: ReadonlyArray<{ readonly id: string, readonly title: string, readonly owner: OnboardingStepOwner, readonly dueOn: string, readonly isOverdue: boolean, readonly blockedBecause: string | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type OnboardingOverviewQueryVariables = Exact<{
  from: string;
}>;


export type OnboardingOverviewQuery = { readonly onboardingOverview: { readonly plans: number, readonly complete: number, readonly late: number, readonly blocked: number, readonly joined: number, readonly withFirstValue: number, readonly medianDays: number | null } | null };

export type PartnerOnboardingQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerOnboardingQuery = { readonly partner: { readonly id: string, readonly onboarding: { readonly joinedOn: string | null, readonly firstValueOn: string | null, readonly daysToFirstValue: number | null, readonly plans: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly why: string, readonly occasion: OnboardingOccasion, readonly madeOn: string, readonly health: OnboardingHealth, readonly percent: number, readonly steps: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly description: string | null, readonly owner: OnboardingStepOwner, readonly state: OnboardingStepState, readonly dueOn: string, readonly isOverdue: boolean, readonly after: ReadonlyArray<string>, readonly waitsFor: string | null, readonly needsEvidence: boolean, readonly doneOn: string | null, readonly doneBecause: OnboardingDoneBecause | null, readonly evidence: string | null, readonly blockedBecause: string | null, readonly blockedAt: string | null }> }> } | null } | null };

export type AssignManagerMutationVariables = Exact<{
  partnerId: string;
  code: string;
  reason: string;
}>;


export type AssignManagerMutation = { readonly assignManager: { readonly manager: { readonly id: string, readonly code: string, readonly name: string | null, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CohortQueryVariables = Exact<{
  name: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CohortQuery = { readonly cohort: { readonly id: string, readonly name: string, readonly description: string, readonly size: number | null, readonly partners: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string, readonly tierStatus: { readonly tier: { readonly id: string, readonly name: string } } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type CohortsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CohortsQuery = { readonly cohorts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly description: string, readonly size: number | null, readonly savedAt: string, readonly savedBy: string | null, readonly rule: { readonly tiers: ReadonlyArray<string> | null, readonly regions: ReadonlyArray<string> | null, readonly countries: ReadonlyArray<string> | null, readonly tracks: ReadonlyArray<string> | null, readonly joinedFrom: string | null, readonly joinedBefore: string | null } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type HandOverPartnersMutationVariables = Exact<{
  from: string;
  to?: string | null | undefined;
  reason: string;
}>;


export type HandOverPartnersMutation = { readonly handOverPartners: { readonly manager: { readonly id: string, readonly code: string, readonly name: string | null, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

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
    | { readonly __typename: 'Benefit', readonly id: string }
    | { readonly __typename: 'BenefitClaim', readonly id: string }
    | { readonly __typename: 'Certification', readonly id: string }
    | { readonly __typename: 'Cohort', readonly id: string }
    | { readonly __typename: 'Course', readonly id: string }
    | { readonly __typename: 'Deal', readonly id: string, readonly customer: string | null }
    | { readonly __typename: 'DealRegistration', readonly id: string }
    | { readonly __typename: 'Decision', readonly id: string, readonly summary: string }
    | { readonly __typename: 'Enrollment', readonly id: string }
    | { readonly __typename: 'FundRequest', readonly id: string }
    | { readonly __typename: 'LearningPath', readonly id: string }
    | { readonly __typename: 'Measurement', readonly id: string, readonly measure: string, readonly value: string | null }
    | { readonly __typename: 'OnboardingPlan', readonly id: string }
    | { readonly __typename: 'Override', readonly id: string }
    | { readonly __typename: 'Partner', readonly id: string, readonly code: string }
    | { readonly __typename: 'Person', readonly id: string, readonly externalId: string }
    | { readonly __typename: 'Program', readonly id: string }
    | { readonly __typename: 'Redemption', readonly id: string }
    | { readonly __typename: 'Review', readonly id: string }
    | { readonly __typename: 'Tier', readonly id: string, readonly title: string }
    | { readonly __typename: 'VendorManager', readonly id: string }
   | null> | null };

export type PartnerListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PartnerFilter | null | undefined;
  orderBy?: PartnerOrder | null | undefined;
}>;


export type PartnerListQuery = { readonly partners: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string, readonly region: string | null, readonly tierStatus: { readonly since: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string } } | null, readonly rewards: { readonly balance: { readonly amount: string, readonly currency: string } | null } | null, readonly training: { readonly completed: number, readonly certifiedPeople: number } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PartnerManagersQueryVariables = Exact<{
  partnerId: string;
}>;


export type PartnerManagersQuery = { readonly partner: { readonly id: string, readonly managers: ReadonlyArray<{ readonly role: ManagerRole, readonly name: string | null, readonly email: string | null, readonly since: string, readonly awayUntil: string | null, readonly standInName: string | null, readonly standInEmail: string | null }> | null } | null };

export type RecordAbsenceMutationVariables = Exact<{
  code: string;
  from: string;
  until: string;
  standIn?: string | null | undefined;
}>;


export type RecordAbsenceMutation = { readonly recordAbsence: { readonly manager: { readonly id: string, readonly code: string, readonly name: string | null, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type RegisterManagerMutationVariables = Exact<{
  input: RegisterManagerInput;
}>;


export type RegisterManagerMutation = { readonly registerManager: { readonly manager: { readonly id: string, readonly code: string, readonly name: string | null, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

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


export type SaveCohortMutation = { readonly saveCohort: { readonly cohort: { readonly id: string, readonly name: string, readonly size: number | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type VendorManagersQueryVariables = Exact<{ [key: string]: never; }>;


export type VendorManagersQuery = { readonly vendorManagers: ReadonlyArray<{ readonly id: string, readonly code: string, readonly role: ManagerRole, readonly name: string | null, readonly tiers: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly capacity: number, readonly isActive: boolean, readonly load: number, readonly absences: ReadonlyArray<{ readonly from: string, readonly until: string, readonly standIn: string | null }>, readonly atRisk: ReadonlyArray<{ readonly overdueSteps: number, readonly blockedSteps: number, readonly expiringCertifications: number, readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly isAtRisk: boolean, readonly safeUntil: string | null, readonly tier: { readonly id: string, readonly title: string } } | null } | null }> }> | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly id: string, readonly role: ViewerRole, readonly subject: string, readonly canReadPersonalData: boolean | null, readonly canRegisterDeals: boolean | null, readonly canRedeemRewards: boolean | null, readonly canClaimBenefits: boolean | null, readonly canRequestFunds: boolean | null, readonly canEnrollPeople: boolean | null, readonly canBookSessions: boolean | null, readonly canExportData: boolean | null, readonly canRegisterPartners: boolean | null, readonly canDecideOverrides: boolean | null, readonly canPublishPrograms: boolean | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly person: { readonly id: string, readonly name: string | null } | null } };

export type PortalDealsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PortalDealsQuery = { readonly partner: { readonly id: string, readonly name: string, readonly deals: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly externalId: string, readonly state: DealState, readonly customer: string | null, readonly openedOn: string | null, readonly closedOn: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly dealRegistrations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly customer: string, readonly productLine: string, readonly state: DealRegistrationState, readonly requestedAt: string, readonly protectedUntil: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PortalHomeQueryVariables = Exact<{
  partnerId: string;
  measures?: ReadonlyArray<string> | null | undefined;
}>;


export type PortalHomeQuery = { readonly partner: { readonly id: string, readonly name: string, readonly region: string | null, readonly tracks: ReadonlyArray<string>, readonly tierStatus: { readonly since: string, readonly asOf: string, readonly summary: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string, readonly rank: number }, readonly next: { readonly id: string, readonly fraction: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string }, readonly thresholds: ReadonlyArray<{ readonly path: string, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly actual: string | null, readonly gap: string | null, readonly isMet: boolean, readonly isAsked: boolean, readonly fraction: string, readonly why: string | null }> } | null } | null, readonly measures: ReadonlyArray<{ readonly id: string, readonly measure: string, readonly title: string, readonly counts: string, readonly unit: MeasureUnit, readonly value: string | null, readonly series: ReadonlyArray<{ readonly on: string, readonly value: string | null }> }> | null, readonly rewards: { readonly balance: { readonly amount: string, readonly currency: string } | null, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: RewardEntryKind, readonly on: string, readonly explanation: string, readonly amount: { readonly amount: string, readonly currency: string } } }> } } | null, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly role: PersonRole | null, readonly training: { readonly enrolled: number, readonly completed: number, readonly held: ReadonlyArray<{ readonly id: string, readonly level: string, readonly expiresOn: string | null }> } | null } }> } | null, readonly training: { readonly people: number, readonly enrolled: number, readonly completed: number, readonly certifiedPeople: number, readonly courses: ReadonlyArray<{ readonly enrolled: number, readonly completed: number, readonly averagePercent: number | null, readonly course: { readonly id: string, readonly name: string, readonly title: string } }>, readonly expiring: ReadonlyArray<{ readonly id: string, readonly expiresOn: string | null, readonly renewableFrom: string | null, readonly course: { readonly id: string, readonly title: string }, readonly person: { readonly id: string, readonly name: string | null } }>, readonly certifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly isValid: boolean, readonly course: { readonly id: string, readonly title: string }, readonly person: { readonly id: string, readonly name: string | null } } }> } } | null } | null };

export type PortalPathQueryVariables = Exact<{
  partnerId: string;
}>;


export type PortalPathQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly since: string, readonly summary: string, readonly isAtRisk: boolean, readonly tier: { readonly id: string, readonly name: string, readonly title: string, readonly rank: number }, readonly next: { readonly id: string, readonly fraction: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string }, readonly thresholds: ReadonlyArray<{ readonly path: string, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly actual: string | null, readonly gap: string | null, readonly isMet: boolean, readonly isAsked: boolean, readonly fraction: string, readonly why: string | null }>, readonly ways: ReadonlyArray<{ readonly effort: string, readonly steps: ReadonlyArray<{ readonly measure: string | null, readonly by: string | null, readonly unit: MeasureUnit | null, readonly inWords: string }> }> } | null } | null } | null, readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly rank: number }> | null };

export type PortalPeopleQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PortalPeopleQuery = { readonly partner: { readonly id: string, readonly name: string, readonly people: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly role: PersonRole | null, readonly training: { readonly enrolled: number, readonly completed: number, readonly held: ReadonlyArray<{ readonly id: string, readonly level: string, readonly expiresOn: string | null }> } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly training: { readonly people: number, readonly certifiedPeople: number, readonly enrolled: number, readonly completed: number, readonly expiring: ReadonlyArray<{ readonly id: string, readonly level: string, readonly expiresOn: string | null, readonly person: { readonly id: string, readonly name: string | null } }> } | null } | null };

export type PortalRewardsQueryVariables = Exact<{
  partnerId: string;
}>;


export type PortalRewardsQuery = { readonly partner: { readonly id: string, readonly name: string, readonly rewards: { readonly balance: { readonly amount: string, readonly currency: string } | null, readonly accounts: ReadonlyArray<{ readonly id: string, readonly program: string, readonly pending: { readonly amount: string, readonly currency: string }, readonly available: { readonly amount: string, readonly currency: string }, readonly reserved: { readonly amount: string, readonly currency: string }, readonly debt: { readonly amount: string, readonly currency: string }, readonly paid: { readonly amount: string, readonly currency: string } }>, readonly entries: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: RewardEntryKind, readonly on: string, readonly explanation: string, readonly amount: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly redemptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: RedemptionState, readonly requestedAt: string, readonly amount: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null, readonly funds: ReadonlyArray<{ readonly id: string, readonly fund: string, readonly allocated: { readonly amount: string, readonly currency: string }, readonly committed: { readonly amount: string, readonly currency: string } }> | null } | null };

export type CheckProgramQueryVariables = Exact<{
  source: string;
}>;


export type CheckProgramQuery = { readonly checkProgram: { readonly isSound: boolean, readonly workedExamples: string | null, readonly problems: ReadonlyArray<{ readonly code: string, readonly path: string, readonly line: number, readonly column: number, readonly message: string }>, readonly findings: ReadonlyArray<{ readonly code: string, readonly severity: FindingSeverity, readonly path: string, readonly line: number, readonly message: string, readonly remedy: string }>, readonly changes: ReadonlyArray<{ readonly path: string, readonly kind: DifferenceKind, readonly inWords: string }>, readonly worstCase: ReadonlyArray<{ readonly tier: string, readonly rewardShare: string, readonly benefitCost: string | null }> } | null };

export type ProgramDraftsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProgramDraftsQuery = { readonly programDrafts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly version: string, readonly revision: number, readonly savedAt: string, readonly savedBy: string | null, readonly source: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ProgramOnQueryVariables = Exact<{
  on: string;
}>;


export type ProgramOnQuery = { readonly program: { readonly id: string, readonly name: string, readonly version: string, readonly state: ProgramState, readonly effectiveOn: string, readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly rank: number }> } | null };

export type ProgramVersionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ProgramVersionsQuery = { readonly programVersions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly version: string, readonly state: ProgramState, readonly why: string | null, readonly effectiveOn: string, readonly publishedAt: string, readonly startedAt: string | null, readonly supersededAt: string | null, readonly changes: ReadonlyArray<{ readonly path: string, readonly kind: DifferenceKind, readonly subject: string, readonly before: string | null, readonly after: string | null, readonly because: string | null, readonly inWords: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type PublishProgramMutationVariables = Exact<{
  source: string;
  effectiveOn?: string | null | undefined;
  dryRun?: boolean | null | undefined;
  changesPast?: boolean | null | undefined;
}>;


export type PublishProgramMutation = { readonly publishProgram: { readonly program: { readonly id: string, readonly name: string, readonly version: string, readonly state: ProgramState, readonly effectiveOn: string, readonly publishedAt: string, readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string }> } | null, readonly rewardsChange: { readonly partners: number | null, readonly rewards: number | null, readonly isComplete: boolean | null, readonly more: { readonly amount: string, readonly currency: string } | null, readonly less: { readonly amount: string, readonly currency: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly path: string | null, readonly line: number | null, readonly column: number | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type SaveProgramDraftMutationVariables = Exact<{
  source: string;
  revision?: number | null | undefined;
}>;


export type SaveProgramDraftMutation = { readonly saveProgramDraft: { readonly draft: { readonly id: string, readonly name: string, readonly version: string, readonly revision: number, readonly savedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly path: string | null, readonly line: number | null, readonly column: number | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type TierMatrixQueryVariables = Exact<{ [key: string]: never; }>;


export type TierMatrixQuery = { readonly program: { readonly id: string, readonly markets: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly factor: string, readonly why: string }> } | null, readonly tiers: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly rank: number, readonly why: string, readonly keepsAt: string | null, readonly requires: { readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string }> }> }> } | null, readonly keeps: { readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string }> } | null, readonly expects: ReadonlyArray<{ readonly name: string, readonly title: string, readonly description: string | null, readonly why: string, readonly every: string | null, readonly of: ExpectedOf }>, readonly benefits: ReadonlyArray<{ readonly quantity: number | null, readonly benefit: { readonly id: string, readonly name: string, readonly title: string, readonly dimension: BenefitDimension, readonly why: string, readonly per: string | null, readonly value: string | null, readonly owner: string | null, readonly claim: string | null, readonly fulfilledWithinDays: number | null, readonly transition: string } }> | null }> | null };

export type WorkedExamplesQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkedExamplesQuery = { readonly program: { readonly id: string, readonly name: string, readonly version: string, readonly workedExamples: string } | null };

export type DealRegistrationsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DealRegistrationsQuery = { readonly partner: { readonly id: string, readonly dealRegistrations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly customer: string, readonly domain: string | null, readonly productLine: string, readonly state: DealRegistrationState, readonly requestedAt: string, readonly decidedBy: string | null, readonly reason: string | null, readonly protectedUntil: string | null, readonly extensions: number, readonly expectedOn: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly deal: { readonly id: string, readonly externalId: string } | null, readonly conversionsTakenBack: ReadonlyArray<{ readonly externalId: string | null, readonly at: string, readonly because: string }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type DecideRegistrationConflictMutationVariables = Exact<{
  id: string;
  verdict: RegistrationConflictVerdict;
  reason: string;
}>;


export type DecideRegistrationConflictMutation = { readonly decideRegistrationConflict: { readonly conflict: { readonly id: string, readonly state: RegistrationConflictState, readonly decidedAt: string | null, readonly reason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

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


export type RegistrationConflictsQuery = { readonly registrationConflicts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: RegistrationConflictState, readonly foundAt: string, readonly decidedAt: string | null, readonly decidedBy: string | null, readonly reason: string | null, readonly partner: { readonly id: string, readonly name: string } | null, readonly registration: { readonly id: string, readonly customer: string, readonly domain: string | null, readonly productLine: string, readonly state: DealRegistrationState, readonly requestedAt: string, readonly protectedUntil: string | null } | null, readonly won: { readonly externalId: string | null, readonly on: string, readonly customer: string, readonly product: string | null, readonly partner: { readonly id: string, readonly name: string } | null, readonly deal: { readonly id: string }, readonly amount: { readonly amount: string, readonly currency: string } | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WaitingRegistrationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WaitingRegistrationsQuery = { readonly dealRegistrations: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly customer: string, readonly domain: string | null, readonly productLine: string, readonly requestedAt: string, readonly requestedBy: string | null, readonly note: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly amount: { readonly amount: string, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WithdrawRegistrationMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawRegistrationMutation = { readonly withdrawRegistration: { readonly registration: { readonly id: string, readonly state: DealRegistrationState } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CeilingsQueryVariables = Exact<{ [key: string]: never; }>;


export type CeilingsQuery = { readonly ceilings: ReadonlyArray<{ readonly ceiling: string, readonly periodFrom: string | null, readonly timesUsed: number | null, readonly mostTimes: number | null, readonly isHard: boolean, readonly alertedAt: string | null, readonly used: { readonly amount: string, readonly currency: string } | null, readonly most: { readonly amount: string, readonly currency: string } | null }> | null };

export type CreatePayoutBatchMutationVariables = Exact<{
  note?: string | null | undefined;
}>;


export type CreatePayoutBatchMutation = { readonly createPayoutBatch: { readonly batch: { readonly id: string, readonly createdAt: string, readonly totals: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly redemptions: ReadonlyArray<{ readonly id: string, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly amount: { readonly amount: string, readonly currency: string } }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type DecideRedemptionMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason: string;
}>;


export type DecideRedemptionMutation = { readonly decideRedemption: { readonly redemption: { readonly id: string, readonly state: RedemptionState, readonly decidedBy: string | null, readonly reason: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type JournalQueryVariables = Exact<{
  from: string;
  until: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JournalQuery = { readonly journal: { readonly edges: ReadonlyArray<{ readonly node: { readonly entry: string, readonly recordedAt: string, readonly on: string, readonly kind: LedgerEntryKind, readonly account: LedgerAccount, readonly accountCode: string | null, readonly fund: string | null, readonly explanation: string, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly debit: { readonly amount: string, readonly currency: string } | null, readonly credit: { readonly amount: string, readonly currency: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

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


export type PayoutBatchesQuery = { readonly payoutBatches: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly createdAt: string, readonly createdBy: string | null, readonly note: string | null, readonly totals: ReadonlyArray<{ readonly amount: string, readonly currency: string }>, readonly redemptions: ReadonlyArray<{ readonly id: string, readonly state: RedemptionState, readonly externalReference: string | null, readonly reason: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly amount: { readonly amount: string, readonly currency: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

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


export type RewardAccountQuery = { readonly partner: { readonly id: string, readonly rewards: { readonly accounts: ReadonlyArray<{ readonly id: string, readonly program: string, readonly pending: { readonly amount: string, readonly currency: string }, readonly available: { readonly amount: string, readonly currency: string }, readonly reserved: { readonly amount: string, readonly currency: string }, readonly debt: { readonly amount: string, readonly currency: string }, readonly paid: { readonly amount: string, readonly currency: string }, readonly credits: ReadonlyArray<{ readonly isEarned: boolean, readonly on: string | null, readonly amount: { readonly amount: string, readonly currency: string } }> }>, readonly ceilings: ReadonlyArray<{ readonly ceiling: string, readonly title: string, readonly periodFrom: string | null, readonly timesUsed: number | null, readonly mostTimes: number | null, readonly isHard: boolean, readonly isReached: boolean, readonly used: { readonly amount: string, readonly currency: string } | null, readonly most: { readonly amount: string, readonly currency: string } | null }>, readonly withheld: ReadonlyArray<{ readonly rule: string, readonly ceiling: string, readonly notedAt: string, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly redemptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: RedemptionState, readonly requestedAt: string, readonly externalReference: string | null, readonly reason: string | null, readonly amount: { readonly amount: string, readonly currency: string } } }> } } | null } | null };

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
  until: string;
}>;


export type RewardStatementQuery = { readonly partner: { readonly id: string, readonly rewards: { readonly statement: { readonly from: string, readonly until: string, readonly csv: string, readonly page: string, readonly opening: ReadonlyArray<{ readonly program: string, readonly account: LedgerAccount, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly closing: ReadonlyArray<{ readonly program: string, readonly account: LedgerAccount, readonly amount: { readonly amount: string, readonly currency: string } }>, readonly entries: ReadonlyArray<{ readonly id: string, readonly sequence: number, readonly kind: LedgerEntryKind, readonly on: string, readonly explanation: string, readonly lines: ReadonlyArray<{ readonly account: LedgerAccount, readonly amount: { readonly amount: string, readonly currency: string } }> }> } | null } | null } | null };

export type SettlePayoutsMutationVariables = Exact<{
  id: string;
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


export type WaitingRedemptionsQuery = { readonly redemptions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly requestedAt: string, readonly requestedBy: string | null, readonly note: string | null, readonly partner: { readonly id: string, readonly code: string, readonly name: string } | null, readonly amount: { readonly amount: string, readonly currency: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type BookSessionMutationVariables = Exact<{
  sessionId: string;
  personId: string;
}>;


export type BookSessionMutation = { readonly bookSession: { readonly place: { readonly id: string, readonly state: SessionPlaceState, readonly place: number, readonly session: { readonly id: string, readonly seatsLeft: number, readonly waiting: number } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CancelSessionMutationVariables = Exact<{
  sessionId: string;
  reason: string;
}>;


export type CancelSessionMutation = { readonly cancelSession: { readonly session: { readonly id: string, readonly cancelledBecause: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type LeaveSessionMutationVariables = Exact<{
  sessionId: string;
  personId: string;
}>;


export type LeaveSessionMutation = { readonly leaveSession: { readonly place: { readonly id: string, readonly state: SessionPlaceState } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type MakeCalendarMutationVariables = Exact<{
  partnerId: string;
}>;


export type MakeCalendarMutation = { readonly makeCalendar: { readonly calendar: { readonly path: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PartnerSessionsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerSessionsQuery = { readonly partner: { readonly id: string, readonly sessionPlaces: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly place: number, readonly state: SessionPlaceState, readonly askedAt: string, readonly movedUpAt: string | null, readonly hasAttended: boolean | null, readonly person: { readonly id: string }, readonly session: { readonly id: string, readonly title: string, readonly startsAt: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

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


export type RecordAttendanceMutation = { readonly recordAttendance: { readonly place: { readonly id: string, readonly state: SessionPlaceState, readonly hasAttended: boolean | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

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


export type SessionsQuery = { readonly sessions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: SessionKind, readonly title: string, readonly description: string | null, readonly startsAt: string, readonly endsAt: string, readonly location: string | null, readonly tiers: ReadonlyArray<string>, readonly seats: number, readonly seatsLeft: number, readonly waiting: number, readonly cancelledBecause: string | null, readonly recordingUrl: string | null, readonly calendar: string, readonly places: ReadonlyArray<{ readonly id: string, readonly place: number, readonly state: SessionPlaceState, readonly hasAttended: boolean | null, readonly person: { readonly id: string } }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type DecideOverrideMutationVariables = Exact<{
  id: string;
  approve: boolean;
  reason?: string | null | undefined;
}>;


export type DecideOverrideMutation = { readonly decideOverride: { readonly override: { readonly id: string, readonly kind: OverrideKind, readonly state: OverrideState, readonly subject: string | null, readonly from: string, readonly until: string, readonly requestedBy: string | null, readonly decidedBy: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type EndOverrideMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type EndOverrideMutation = { readonly endOverride: { readonly override: { readonly id: string, readonly state: OverrideState, readonly until: string } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type FairnessReportQueryVariables = Exact<{
  cohort?: string | null | undefined;
}>;


export type FairnessReportQuery = { readonly fairnessReport: { readonly identicalInputs: { readonly groups: number, readonly partners: number, readonly conflicts: number }, readonly placements: ReadonlyArray<{ readonly dimension: FairnessDimension, readonly value: string, readonly tiers: ReadonlyArray<{ readonly tier: string, readonly partners: number | null }> }> } | null };

export type PartnerGovernanceQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  afterOverride?: string | null | undefined;
  afterReview?: string | null | undefined;
}>;


export type PartnerGovernanceQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly since: string, readonly summary: string, readonly isAtRisk: boolean, readonly safeUntil: string | null, readonly tier: { readonly id: string, readonly name: string, readonly title: string }, readonly pending: { readonly from: string, readonly tier: { readonly id: string, readonly name: string } } | null, readonly keeping: { readonly isMet: boolean, readonly requirement: { readonly kind: RuleKind, readonly isMet: boolean, readonly fraction: string, readonly rules: ReadonlyArray<{ readonly title: string | null, readonly isMet: boolean, readonly actual: string | null, readonly target: string | null, readonly gap: string | null }> } | null } | null, readonly decision: { readonly id: string, readonly outcome: PlacementOutcome, readonly effectiveOn: string, readonly classifiedAs: string | null, readonly hash: string | null, readonly approvals: ReadonlyArray<string>, readonly safeguards: ReadonlyArray<{ readonly rule: SafeguardRule, readonly until: string | null, readonly explanation: string }>, readonly override: { readonly id: string, readonly kind: OverrideKind, readonly tier: string | null, readonly until: string, readonly reason: string | null } | null, readonly hold: { readonly id: string, readonly until: string, readonly reason: string | null } | null } } | null, readonly overrides: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: OverrideKind, readonly state: OverrideState, readonly subject: string | null, readonly from: string, readonly until: string, readonly reason: string | null, readonly requestedBy: string | null, readonly decidedBy: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null, readonly reviews: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly review: string, readonly heldOn: string, readonly periodFrom: string, readonly periodTo: string, readonly score: string, readonly answers: ReadonlyArray<{ readonly question: string, readonly answer: number }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

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

export type RequestedOverridesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RequestedOverridesQuery = { readonly requestedOverrides: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: OverrideKind, readonly subject: string | null, readonly from: string, readonly until: string, readonly reason: string | null, readonly requestedBy: string | null, readonly requestedAt: string } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ReviewFormsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewFormsQuery = { readonly reviewForms: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly every: string, readonly questions: ReadonlyArray<{ readonly name: string, readonly ask: string, readonly best: number, readonly weight: number }> }> | null };

export type TierHistoryQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TierHistoryQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierHistory: ReadonlyArray<{ readonly tier: string, readonly from: string }> | null, readonly decisions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly sequence: number, readonly asOf: string, readonly decidedAt: string, readonly outcome: PlacementOutcome, readonly previousTier: string | null, readonly programVersion: string, readonly summary: string, readonly tier: { readonly id: string, readonly name: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type WaysUpQueryVariables = Exact<{
  partnerId: string;
}>;


export type WaysUpQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly tier: { readonly id: string, readonly title: string }, readonly next: { readonly id: string, readonly fraction: string, readonly tier: { readonly id: string, readonly title: string }, readonly thresholds: ReadonlyArray<{ readonly kind: RuleKind, readonly path: string, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly actual: string | null, readonly gap: string | null, readonly isMet: boolean, readonly isAsked: boolean, readonly fraction: string, readonly why: string | null, readonly otherScores: ReadonlyArray<{ readonly title: string, readonly total: string }>, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly title: string | null, readonly subject: string | null, readonly unit: MeasureUnit | null, readonly actual: string | null, readonly weighted: string | null, readonly points: string | null, readonly isBeaten: boolean, readonly rules: ReadonlyArray<{ readonly kind: RuleKind, readonly title: string | null, readonly subject: string | null, readonly unit: MeasureUnit | null, readonly actual: string | null, readonly weighted: string | null, readonly points: string | null, readonly isBeaten: boolean }> }> }>, readonly ways: ReadonlyArray<{ readonly effort: string, readonly steps: ReadonlyArray<{ readonly measure: string | null, readonly group: string | null, readonly by: string | null, readonly hasValue: boolean, readonly unit: MeasureUnit | null, readonly inWords: string }> }> } | null } | null } | null };

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


export type WhyThisTierQuery = { readonly partner: { readonly id: string, readonly name: string, readonly tierStatus: { readonly since: string, readonly summary: string, readonly tier: { readonly id: string, readonly name: string, readonly title: string }, readonly decision: { readonly id: string, readonly asOf: string, readonly decidedAt: string, readonly program: string, readonly programVersion: string, readonly outcome: PlacementOutcome, readonly effectiveOn: string, readonly previousTier: string | null, readonly safeguards: ReadonlyArray<{ readonly rule: SafeguardRule, readonly until: string | null, readonly explanation: string }>, readonly override: { readonly id: string, readonly tier: string | null, readonly until: string, readonly reason: string | null } | null, readonly inputs: ReadonlyArray<{ readonly measure: string, readonly value: string | null, readonly from: string | null, readonly until: string, readonly adjustments: ReadonlyArray<{ readonly id: string, readonly kind: string, readonly from: string, readonly until: string, readonly factor: string | null, readonly reason: string | null, readonly unadjusted: string | null }>, readonly measurement: { readonly id: string, readonly value: string | null, readonly cap: { readonly whole: string, readonly most: string, readonly customers: ReadonlyArray<{ readonly customer: string | null, readonly brought: string, readonly counted: string, readonly explanation: string }> } | null, readonly evidence: { readonly edges: ReadonlyArray<{ readonly counted: string | null, readonly explanation: string | null, readonly node: { readonly id: string, readonly kindName: string, readonly externalId: string, readonly on: string, readonly happenedOn: string | null, readonly reversedOn: string | null, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null, readonly credit: { readonly role: CreditRole, readonly share: string } | null, readonly conversion: { readonly rate: string, readonly rateOn: string, readonly told: { readonly amount: string, readonly currency: string } } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null }>, readonly assessments: ReadonlyArray<{ readonly isMet: boolean, readonly tier: { readonly id: string, readonly name: string }, readonly requirement: { readonly path: string, readonly kind: RuleKind, readonly isMet: boolean, readonly actual: string | null, readonly target: string | null, readonly rules: ReadonlyArray<{ readonly path: string, readonly kind: RuleKind, readonly isMet: boolean, readonly title: string | null, readonly actual: string | null, readonly target: string | null, readonly gap: string | null, readonly rules: ReadonlyArray<{ readonly path: string, readonly isMet: boolean, readonly title: string | null, readonly actual: string | null, readonly target: string | null, readonly gap: string | null }> }> } | null }> } } | null } | null };

export type CertificatesQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CertificatesQuery = { readonly badgeKeys: string | null, readonly partner: { readonly id: string, readonly training: { readonly certifications: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly isValid: boolean, readonly renewableFrom: string | null, readonly courseVersion: number, readonly checkCode: string, readonly openBadge: string, readonly person: { readonly id: string, readonly name: string | null }, readonly course: { readonly id: string, readonly title: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type CheckCertificationQueryVariables = Exact<{
  checkCode: string;
}>;


export type CheckCertificationQuery = { readonly checkCertification: { readonly course: string, readonly title: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly isValid: boolean } | null };

export type ChooseInSimulationMutationVariables = Exact<{
  id: string;
  scene: string;
  choice: string;
}>;


export type ChooseInSimulationMutation = { readonly chooseInSimulation: { readonly play: { readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly id: string, readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type CompleteModuleMutationVariables = Exact<{
  personId: string;
  course: string;
  module: string;
}>;


export type CompleteModuleMutation = { readonly completeModule: { readonly enrollment: { readonly id: string, readonly percent: number, readonly state: EnrollmentState, readonly modules: ReadonlyArray<{ readonly module: string, readonly completedOn: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type ExpiringCertificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  withinDays?: number | null | undefined;
}>;


export type ExpiringCertificationsQuery = { readonly partners: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly training: { readonly certifiedPeople: number, readonly expiring: ReadonlyArray<{ readonly id: string, readonly level: string, readonly expiresOn: string | null, readonly renewableFrom: string | null, readonly endedBecause: CertificationEnd | null, readonly person: { readonly id: string, readonly name: string | null }, readonly course: { readonly id: string, readonly title: string } }> } | null } }> } | null };

export type FinishAttemptMutationVariables = Exact<{
  id: string;
  answers: ReadonlyArray<AnswerInput>;
}>;


export type FinishAttemptMutation = { readonly finishAttempt: { readonly attempt: { readonly id: string, readonly number: number, readonly scorePercent: number | null, readonly hasPassed: boolean | null, readonly pools: ReadonlyArray<{ readonly name: string, readonly asked: number, readonly right: number }>, readonly certification: { readonly id: string, readonly level: string, readonly issuedOn: string, readonly expiresOn: string | null, readonly checkCode: string } | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type LearningPathsQueryVariables = Exact<{ [key: string]: never; }>;


export type LearningPathsQuery = { readonly learningPaths: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly why: string, readonly role: CourseRole | null, readonly maturities: ReadonlyArray<string>, readonly tracks: ReadonlyArray<string>, readonly courses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly version: number, readonly requires: ReadonlyArray<string>, readonly modules: ReadonlyArray<{ readonly name: string, readonly title: string }>, readonly certifies: { readonly level: string, readonly validMonths: number | null, readonly renewalDays: number | null, readonly recertifyDays: number | null } | null, readonly assessment: { readonly questions: number, readonly passPercent: number, readonly attempts: number, readonly coolDownDays: number } | null }> }> | null, readonly maturities: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly tiers: ReadonlyArray<string> }> | null };

export type NextStepsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type NextStepsQuery = { readonly partner: { readonly id: string, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly nextSteps: ReadonlyArray<{ readonly id: string, readonly kind: NextStepKind, readonly because: string, readonly course: { readonly id: string, readonly name: string, readonly title: string, readonly certifies: { readonly level: string } | null }, readonly outcome: { readonly id: string, readonly measures: ReadonlyArray<{ readonly measure: string, readonly title: string, readonly before: string | null, readonly after: string | null }>, readonly placement: { readonly tier: { readonly id: string, readonly name: string, readonly title: string } } | null } | null }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PartnerPlaysQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PartnerPlaysQuery = { readonly partner: { readonly id: string, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly plays: ReadonlyArray<{ readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly id: string, readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PersonAttemptsQueryVariables = Exact<{
  partnerId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PersonAttemptsQuery = { readonly partner: { readonly id: string, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string | null, readonly attempts: ReadonlyArray<{ readonly id: string, readonly number: number, readonly startedAt: string, readonly finishedAt: string | null, readonly scorePercent: number | null, readonly hasPassed: boolean | null, readonly course: { readonly id: string, readonly title: string }, readonly questions: ReadonlyArray<{ readonly name: string, readonly text: string, readonly options: ReadonlyArray<{ readonly name: string, readonly text: string }> }>, readonly pools: ReadonlyArray<{ readonly name: string, readonly asked: number, readonly right: number }> }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type PublishAssessmentMutationVariables = Exact<{
  input: PublishAssessmentInput;
}>;


export type PublishAssessmentMutation = { readonly publishAssessment: { readonly assessment: { readonly questions: number, readonly passPercent: number, readonly attempts: number, readonly coolDownDays: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type PublishScenarioMutationVariables = Exact<{
  input: PublishScenarioInput;
}>;


export type PublishScenarioMutation = { readonly publishScenario: { readonly scenario: { readonly id: string, readonly name: string, readonly title: string, readonly best: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

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


export type ScenariosQuery = { readonly scenarios: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string, readonly summary: string, readonly best: number, readonly board: ReadonlyArray<{ readonly rank: number, readonly score: number, readonly person: { readonly id: string, readonly name: string | null } | null }> }> | null };

export type StartAttemptMutationVariables = Exact<{
  personId: string;
  course: string;
}>;


export type StartAttemptMutation = { readonly startAttempt: { readonly attempt: { readonly id: string, readonly number: number, readonly course: { readonly id: string, readonly title: string }, readonly questions: ReadonlyArray<{ readonly name: string, readonly text: string, readonly options: ReadonlyArray<{ readonly name: string, readonly text: string }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type StartSimulationMutationVariables = Exact<{
  personId: string;
  scenario: string;
}>;


export type StartSimulationMutation = { readonly startSimulation: { readonly play: { readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly id: string, readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type TrainingForTierQueryVariables = Exact<{
  partnerId: string;
}>;


export type TrainingForTierQuery = { readonly partner: { readonly id: string, readonly tierStatus: { readonly tier: { readonly id: string, readonly title: string }, readonly next: { readonly id: string, readonly tier: { readonly id: string, readonly title: string }, readonly training: ReadonlyArray<{ readonly measure: string, readonly title: string, readonly needed: number, readonly closes: number, readonly assignments: ReadonlyArray<{ readonly person: { readonly id: string, readonly name: string | null }, readonly courses: ReadonlyArray<{ readonly id: string, readonly name: string, readonly title: string }> }> }> | null } | null } | null } | null };

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

export type EntryFragment = { readonly id: string, readonly recordedAt: string, readonly requestId: string, readonly role: string, readonly subject: string, readonly address: string | null, readonly action: string, readonly outcome: AuditOutcome, readonly code: string | null, readonly partnerId: string | null, readonly objectId: string | null, readonly input: string };

export type NextPageFragment = { readonly hasNextPage: boolean, readonly endCursor: string | null };

export type SealsFragment = { readonly seals: number, readonly entries: number, readonly unsealed: number, readonly next: number | null, readonly faults: ReadonlyArray<{ readonly seal: number, readonly expected: string, readonly found: string }> };

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

export type ContentChangeFragment = { readonly content: { readonly id: string, readonly name: string, readonly version: number, readonly isPublished: boolean, readonly freshUntil: string, readonly isStale: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> };

export type SideFragment = { readonly partner: { readonly id: string, readonly name: string } | null, readonly fact: { readonly id: string, readonly externalId: string, readonly on: string, readonly customer: string | null, readonly product: string | null, readonly amount: { readonly amount: string, readonly currency: string } | null } | null };

export type AmountFragment = { readonly amount: string, readonly currency: string };

export type RecordedFactFragment = { readonly index: number, readonly externalId: string, readonly outcome: FactOutcome, readonly factId: string | null, readonly countsOn: string | null, readonly code: FactRefusalCode | null, readonly field: string | null, readonly message: string | null, readonly notice: string | null };

export type FundRefusalFragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly left: { readonly amount: string, readonly currency: string } | null };

export type SandboxLeaseFragment = { readonly id: string, readonly label: string, readonly provider: string, readonly leasedOn: string, readonly expiresOn: string, readonly extended: number, readonly isOpen: boolean, readonly reclaimedAt: string | null };

export type ValidationRunStateFragment = { readonly id: string, readonly validation: string, readonly title: string, readonly state: ValidationState, readonly url: string | null, readonly startedAt: string, readonly checks: ReadonlyArray<{ readonly name: string, readonly title: string, readonly asks: string, readonly isManual: boolean, readonly hasPassed: boolean | null, readonly evidence: string | null, readonly checkedAt: string | null }> };

export type IndicatorFigureFragment = { readonly indicator: Indicator, readonly timing: IndicatorTiming, readonly unit: IndicatorUnit, readonly value: string | null };

export type ManagerChangeFragment = { readonly manager: { readonly id: string, readonly code: string, readonly name: string | null, readonly isActive: boolean, readonly load: number, readonly capacity: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string }> };

export type ThresholdFragment = { readonly path: string, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly actual: string | null, readonly gap: string | null, readonly isMet: boolean, readonly isAsked: boolean, readonly fraction: string, readonly why: string | null };

export type RulesFragment = { readonly kind: RuleKind, readonly needed: number | null, readonly measure: string | null, readonly title: string | null, readonly unit: MeasureUnit | null, readonly bound: Bound | null, readonly target: string | null, readonly isScaledByMarket: boolean, readonly keepsAt: string | null, readonly points: string | null, readonly each: string | null, readonly cap: string | null, readonly floor: string | null, readonly subject: string | null, readonly tracks: ReadonlyArray<string>, readonly regions: ReadonlyArray<string>, readonly countries: ReadonlyArray<string>, readonly markets: ReadonlyArray<string>, readonly why: string | null, readonly inWords: string };

export type RegistrationRefusalFragment = { readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

export type OverrideRefusalFragment = { readonly until: string | null, readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string };

export type SafeguardTermsFragment = { readonly rule: SafeguardRule, readonly until: string | null, readonly explanation: string };

export type CountedFragment = { readonly kind: RuleKind, readonly title: string | null, readonly subject: string | null, readonly unit: MeasureUnit | null, readonly actual: string | null, readonly weighted: string | null, readonly points: string | null, readonly isBeaten: boolean };

export type PersonNameFragment = { readonly id: string, readonly name: string | null };

export type PlayStateFragment = { readonly id: string, readonly score: number, readonly percent: number, readonly finishedAt: string | null, readonly scenario: { readonly id: string, readonly title: string, readonly best: number }, readonly scene: { readonly name: string, readonly text: string, readonly choices: ReadonlyArray<{ readonly name: string, readonly text: string }> } | null, readonly steps: ReadonlyArray<{ readonly scene: string, readonly choice: string, readonly points: number, readonly why: string }> };

export type QueueFragment = { readonly pending: number, readonly dead: ReadonlyArray<{ readonly id: string, readonly task: string, readonly attempts: number, readonly lastError: string | null }> };

export const BenefitsAuditLog = operation<BenefitsAuditLogQuery, BenefitsAuditLogQueryVariables>(`query BenefitsAuditLog($first: Int = 50, $after: String, $filter: AuditFilter) {
  benefitsAuditLog(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        ...Entry
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Entry on AuditEntry {
  id
  recordedAt
  requestId
  role
  subject
  address
  action
  outcome
  code
  partnerId
  objectId
  input
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const EnablementAuditLog = operation<EnablementAuditLogQuery, EnablementAuditLogQueryVariables>(`query EnablementAuditLog($first: Int = 50, $after: String, $filter: AuditFilter) {
  enablementAuditLog(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        ...Entry
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Entry on AuditEntry {
  id
  recordedAt
  requestId
  role
  subject
  address
  action
  outcome
  code
  partnerId
  objectId
  input
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const MetricsAuditLog = operation<MetricsAuditLogQuery, MetricsAuditLogQueryVariables>(`query MetricsAuditLog($first: Int = 50, $after: String, $filter: AuditFilter) {
  metricsAuditLog(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        ...Entry
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Entry on AuditEntry {
  id
  recordedAt
  requestId
  role
  subject
  address
  action
  outcome
  code
  partnerId
  objectId
  input
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PartnersAuditLog = operation<PartnersAuditLogQuery, PartnersAuditLogQueryVariables>(`query PartnersAuditLog($first: Int = 50, $after: String, $filter: AuditFilter) {
  partnersAuditLog(first: $first, after: $after, filter: $filter) {
    edges {
      node {
        ...Entry
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Entry on AuditEntry {
  id
  recordedAt
  requestId
  role
  subject
  address
  action
  outcome
  code
  partnerId
  objectId
  input
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const VerifyBenefitsAudit = operation<VerifyBenefitsAuditQuery, VerifyBenefitsAuditQueryVariables>(`query VerifyBenefitsAudit($after: Int! = 0) {
  verifyBenefitsAudit(after: $after) {
    ...Seals
  }
}

fragment Seals on AuditVerification {
  seals
  entries
  unsealed
  faults {
    seal
    expected
    found
  }
  next
}`);

export const VerifyEnablementAudit = operation<VerifyEnablementAuditQuery, VerifyEnablementAuditQueryVariables>(`query VerifyEnablementAudit($after: Int! = 0) {
  verifyEnablementAudit(after: $after) {
    ...Seals
  }
}

fragment Seals on AuditVerification {
  seals
  entries
  unsealed
  faults {
    seal
    expected
    found
  }
  next
}`);

export const VerifyMetricsAudit = operation<VerifyMetricsAuditQuery, VerifyMetricsAuditQueryVariables>(`query VerifyMetricsAudit($after: Int! = 0) {
  verifyMetricsAudit(after: $after) {
    ...Seals
  }
}

fragment Seals on AuditVerification {
  seals
  entries
  unsealed
  faults {
    seal
    expected
    found
  }
  next
}`);

export const VerifyPartnersAudit = operation<VerifyPartnersAuditQuery, VerifyPartnersAuditQueryVariables>(`query VerifyPartnersAudit($after: Int! = 0) {
  verifyPartnersAudit(after: $after) {
    ...Seals
  }
}

fragment Seals on AuditVerification {
  seals
  entries
  unsealed
  faults {
    seal
    expected
    found
  }
  next
}`);

export const BenefitClaims = operation<BenefitClaimsQuery, BenefitClaimsQueryVariables>(`query BenefitClaims($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    benefitClaims(first: $first, after: $after) {
      edges {
        node {
          id
          benefit
          quantity
          state
          note
          requestedAt
          requestedBy
          decidedBy
          reason
          dueOn
          isOverdue
          fulfilledAt
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const ClaimBenefit = operation<ClaimBenefitMutation, ClaimBenefitMutationVariables>(`mutation ClaimBenefit($partnerId: ID!, $benefit: String!, $quantity: Int = 1, $note: String, $idempotencyKey: String!) {
  claimBenefit(
    input: {partnerId: $partnerId, benefit: $benefit, quantity: $quantity, note: $note, idempotencyKey: $idempotencyKey}
  ) {
    claim {
      id
      benefit
      quantity
      state
      requestedAt
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DecideBenefitClaim = operation<DecideBenefitClaimMutation, DecideBenefitClaimMutationVariables>(`mutation DecideBenefitClaim($id: ID!, $approve: Boolean!, $reason: String!) {
  decideBenefitClaim(input: {id: $id, approve: $approve, reason: $reason}) {
    claim {
      id
      state
      decidedBy
      reason
      dueOn
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Entitlements = operation<EntitlementsQuery, EntitlementsQueryVariables>(`query Entitlements($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    name
    entitlements(includeWithdrawn: true) {
      id
      benefit {
        id
        name
        title
        dimension
      }
      tier
      quantity
      used
      left
      isInTransition
      grantedOn
      withdrawnOn
    }
  }
}`);

export const FulfilBenefitClaim = operation<FulfilBenefitClaimMutation, FulfilBenefitClaimMutationVariables>(`mutation FulfilBenefitClaim($id: ID!) {
  fulfilBenefitClaim(input: {id: $id}) {
    claim {
      id
      state
      fulfilledAt
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const OpenBenefitClaims = operation<OpenBenefitClaimsQuery, OpenBenefitClaimsQueryVariables>(`query OpenBenefitClaims($first: Int = 50, $after: String) {
  benefitClaims(
    first: $first
    after: $after
    filter: {states: [REQUESTED, APPROVED]}
    orderBy: {by: REQUESTED}
  ) {
    edges {
      node {
        id
        partner {
          id
          code
          name
        }
        benefit
        quantity
        state
        note
        requestedAt
        dueOn
        isOverdue
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const ConfirmContent = operation<ConfirmContentMutation, ConfirmContentMutationVariables>(`mutation ConfirmContent($name: String!, $freshUntil: Date!) {
  confirmContent(input: {name: $name, freshUntil: $freshUntil}) {
    ...ContentChange
  }
}

fragment ContentChange on ContentPayload {
  content {
    id
    name
    version
    isPublished
    freshUntil
    isStale
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ContentCare = operation<ContentCareQuery, ContentCareQueryVariables>(`query ContentCare($first: Int = 20, $after: String) {
  staleContent(first: $first, after: $after) {
    edges {
      node {
        id
        name
        title
        owner
        freshUntil
        use {
          reads
          readers
          useful
          notUseful
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
  contentDrafts {
    id
    name
    title
    version
    writtenAt
    isPublished
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const ContentPiece = operation<ContentPieceQuery, ContentPieceQueryVariables>(`query ContentPiece($name: String!) {
  contentPiece(name: $name) {
    id
    title
    kind
    summary
    owner
    version
    writtenAt
    freshUntil
    isStale
    sections {
      section
      markdown
      html
    }
  }
}`);

export const Content = operation<ContentQuery, ContentQueryVariables>(`query Content($kind: ContentKind, $role: CourseRole, $maturity: String, $motion: String, $first: Int = 20, $after: String) {
  content(
    kind: $kind
    role: $role
    maturity: $maturity
    motion: $motion
    first: $first
    after: $after
  ) {
    edges {
      node {
        id
        name
        kind
        title
        summary
        role
        maturities
        motion
        owner
        version
        freshUntil
        isStale
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const NoteReading = operation<NoteReadingMutation, NoteReadingMutationVariables>(`mutation NoteReading($partnerId: ID!, $name: String!, $isUseful: Boolean) {
  noteReading(input: {partnerId: $partnerId, name: $name, isUseful: $isUseful}) {
    ...ContentChange
  }
}

fragment ContentChange on ContentPayload {
  content {
    id
    name
    version
    isPublished
    freshUntil
    isStale
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const PublishContent = operation<PublishContentMutation, PublishContentMutationVariables>(`mutation PublishContent($name: String!, $version: Int) {
  publishContent(input: {name: $name, version: $version}) {
    ...ContentChange
  }
}

fragment ContentChange on ContentPayload {
  content {
    id
    name
    version
    isPublished
    freshUntil
    isStale
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const WriteContent = operation<WriteContentMutation, WriteContentMutationVariables>(`mutation WriteContent($input: WriteContentInput!) {
  writeContent(input: $input) {
    ...ContentChange
  }
}

fragment ContentChange on ContentPayload {
  content {
    id
    name
    version
    isPublished
    freshUntil
    isStale
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const CancelExport = operation<CancelExportMutation, CancelExportMutationVariables>(`mutation CancelExport($id: ID!) {
  cancelExport(input: {id: $id}) {
    export {
      id
      state
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Exports = operation<ExportsQuery, ExportsQueryVariables>(`query Exports($first: Int = 20, $after: String) {
  exports(first: $first, after: $after) {
    edges {
      node {
        id
        name
        format
        state
        rows
        problem
        requestedAt
        endedAt
        expiresAt
        link {
          url
          expiresAt
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const RemoveSavedQuery = operation<RemoveSavedQueryMutation, RemoveSavedQueryMutationVariables>(`mutation RemoveSavedQuery($name: String!) {
  removeSavedQuery(input: {name: $name}) {
    removed
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const SaveQuery = operation<SaveQueryMutation, SaveQueryMutationVariables>(`mutation SaveQuery($name: String!, $source: String!, $variables: String) {
  saveQuery(input: {name: $name, source: $source, variables: $variables}) {
    savedQuery {
      id
      name
      savedAt
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const SavedQueries = operation<SavedQueriesQuery, SavedQueriesQueryVariables>(`query SavedQueries($first: Int = 50, $after: String) {
  savedQueries(first: $first, after: $after) {
    edges {
      node {
        id
        name
        source
        variables
        savedAt
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const StartExport = operation<StartExportMutation, StartExportMutationVariables>(`mutation StartExport($savedQuery: String!, $format: ExportFormat = CSV, $variables: String, $idempotencyKey: String!) {
  startExport(
    input: {savedQuery: $savedQuery, format: $format, variables: $variables, idempotencyKey: $idempotencyKey}
  ) {
    export {
      id
      state
      rows
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DecideDuplicate = operation<DecideDuplicateMutation, DecideDuplicateMutationVariables>(`mutation DecideDuplicate($id: ID!, $verdict: DuplicateVerdict!, $standingFactId: ID, $reason: String!) {
  decideDuplicate(
    input: {id: $id, verdict: $verdict, standingFactId: $standingFactId, reason: $reason}
  ) {
    duplicate {
      id
      state
      decidedAt
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DecideWaitingFact = operation<DecideWaitingFactMutation, DecideWaitingFactMutationVariables>(`mutation DecideWaitingFact($id: ID!, $decision: WaitingFactDecision!, $reason: String!) {
  decideWaitingFact(input: {id: $id, decision: $decision, reason: $reason}) {
    waitingFact {
      id
      state
      externalId
      endedAt
      reason
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DeclareOwnedCustomers = operation<DeclareOwnedCustomersMutation, DeclareOwnedCustomersMutationVariables>(`mutation DeclareOwnedCustomers($partnerId: ID!, $customers: [String!]!) {
  declareOwnedCustomers(input: {partnerId: $partnerId, customers: $customers}) {
    partner {
      id
      ownedCustomers
    }
    corrected
    left
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Duplicates = operation<DuplicatesQuery, DuplicatesQueryVariables>(`query Duplicates($state: DuplicateState = OPEN, $first: Int = 50, $after: String) {
  duplicates(state: $state, first: $first, after: $after) {
    edges {
      node {
        id
        state
        foundAt
        decidedAt
        decidedBy
        reason
        earlier {
          ...Side
        }
        later {
          ...Side
        }
        facts {
          ...Side
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Side on DuplicateFact {
  partner {
    id
    name
  }
  fact {
    id
    externalId
    on
    amount {
      ...Amount
    }
    customer
    product
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}

fragment Amount on Money {
  amount
  currency
}`);

export const ExchangeRates = operation<ExchangeRatesQuery, ExchangeRatesQueryVariables>(`query ExchangeRates($from: String, $to: String, $first: Int = 50, $after: String) {
  exchangeRates(from: $from, to: $to, first: $first, after: $after) {
    edges {
      node {
        from
        to
        on
        rate
        recordedAt
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PartnerDeals = operation<PartnerDealsQuery, PartnerDealsQueryVariables>(`query PartnerDeals($partnerId: ID!, $states: [DealState!], $first: Int = 50, $after: String) {
  partner(id: $partnerId) {
    id
    name
    deals(first: $first, after: $after, states: $states) {
      edges {
        node {
          id
          externalId
          state
          openedOn
          closedOn
          amount {
            ...Amount
          }
          customer
          product
          attributes {
            name
            value
          }
          registration {
            id
            customer
            requestedAt
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const RecordExchangeRates = operation<RecordExchangeRatesMutation, RecordExchangeRatesMutationVariables>(`mutation RecordExchangeRates($rates: [ExchangeRateInput!]!, $dryRun: Boolean = false) {
  recordExchangeRates(input: {rates: $rates, dryRun: $dryRun}) {
    recorded
    unchanged
    refused
    results {
      index
      outcome
      code
      field
      message
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RecordFacts = operation<RecordFactsMutation, RecordFactsMutationVariables>(`mutation RecordFacts($facts: [FactInput!]!, $dryRun: Boolean = false) {
  recordFacts(input: {facts: $facts, dryRun: $dryRun}) {
    recorded
    updated
    unchanged
    waiting
    refused
    results {
      ...RecordedFact
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment RecordedFact on FactResult {
  index
  externalId
  outcome
  factId
  countsOn
  code
  field
  message
  notice
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ReplaceFacts = operation<ReplaceFactsMutation, ReplaceFactsMutationVariables>(`mutation ReplaceFacts($facts: [FactInput!]!, $reason: String!) {
  replaceFacts(input: {facts: $facts, reason: $reason}) {
    replaced
    refused
    results {
      ...RecordedFact
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment RecordedFact on FactResult {
  index
  externalId
  outcome
  factId
  countsOn
  code
  field
  message
  notice
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const VoidFacts = operation<VoidFactsMutation, VoidFactsMutationVariables>(`mutation VoidFacts($facts: [FactReferenceInput!]!, $reason: String!) {
  voidFacts(input: {facts: $facts, reason: $reason}) {
    voided
    refused
    results {
      ...RecordedFact
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment RecordedFact on FactResult {
  index
  externalId
  outcome
  factId
  countsOn
  code
  field
  message
  notice
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const WaitingFacts = operation<WaitingFactsQuery, WaitingFactsQueryVariables>(`query WaitingFacts($state: WaitingFactState = WAITING, $partnerId: ID, $first: Int = 50, $after: String) {
  waitingFacts(state: $state, partnerId: $partnerId, first: $first, after: $after) {
    edges {
      node {
        id
        state
        partner {
          id
          name
        }
        kindName
        externalId
        code
        message
        deal
        on
        amount
        currency
        reportedAt
        endedAt
        reason
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const AllocateFund = operation<AllocateFundMutation, AllocateFundMutationVariables>(`mutation AllocateFund($partnerId: ID!, $fund: String!, $amount: Decimal!, $reason: String!, $idempotencyKey: String!) {
  allocateFund(
    input: {partnerId: $partnerId, fund: $fund, amount: $amount, reason: $reason, idempotencyKey: $idempotencyKey}
  ) {
    isAllocated
    userErrors {
      ...FundRefusal
    }
  }
}

fragment FundRefusal on FundUserError {
  ...Refusal
  left {
    ...Amount
  }
}

fragment Refusal on UserError {
  code
  field
  message
}

fragment Amount on Money {
  amount
  currency
}`);

export const AttachProof = operation<AttachProofMutation, AttachProofMutationVariables>(`mutation AttachProof($id: ID!, $fileName: String!, $mediaType: String!, $content: String!) {
  attachProof(
    input: {id: $id, fileName: $fileName, mediaType: $mediaType, content: $content}
  ) {
    proof {
      id
      fileName
      sizeBytes
      sha256
    }
    userErrors {
      ...FundRefusal
    }
  }
}

fragment FundRefusal on FundUserError {
  ...Refusal
  left {
    ...Amount
  }
}

fragment Refusal on UserError {
  code
  field
  message
}

fragment Amount on Money {
  amount
  currency
}`);

export const ClaimFunds = operation<ClaimFundsMutation, ClaimFundsMutationVariables>(`mutation ClaimFunds($id: ID!, $spent: Decimal!) {
  claimFunds(input: {id: $id, spent: $spent}) {
    request {
      id
      state
      claimedBy
      spent {
        ...Amount
      }
    }
    userErrors {
      ...FundRefusal
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment FundRefusal on FundUserError {
  ...Refusal
  left {
    ...Amount
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DecideFundClaim = operation<DecideFundClaimMutation, DecideFundClaimMutationVariables>(`mutation DecideFundClaim($id: ID!, $approve: Boolean!, $reason: String!, $reference: String) {
  decideFundClaim(
    input: {id: $id, approve: $approve, reason: $reason, reference: $reference}
  ) {
    request {
      id
      state
      reimbursed {
        ...Amount
      }
      externalReference
      reason
    }
    userErrors {
      ...FundRefusal
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment FundRefusal on FundUserError {
  ...Refusal
  left {
    ...Amount
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DecideFundRequest = operation<DecideFundRequestMutation, DecideFundRequestMutationVariables>(`mutation DecideFundRequest($id: ID!, $approve: Boolean!, $amount: Decimal, $reason: String!) {
  decideFundRequest(
    input: {id: $id, approve: $approve, amount: $amount, reason: $reason}
  ) {
    request {
      id
      state
      approved {
        ...Amount
      }
      claimBy
      reason
    }
    userErrors {
      ...FundRefusal
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment FundRefusal on FundUserError {
  ...Refusal
  left {
    ...Amount
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const FundUtilisation = operation<FundUtilisationQuery, FundUtilisationQueryVariables>(`query FundUtilisation {
  fundUtilisation {
    fund
    periodFrom
    budget {
      ...Amount
    }
    given {
      ...Amount
    }
    allocated {
      ...Amount
    }
    committed {
      ...Amount
    }
    reimbursed {
      ...Amount
    }
  }
}

fragment Amount on Money {
  amount
  currency
}`);

export const PartnerFunds = operation<PartnerFundsQuery, PartnerFundsQueryVariables>(`query PartnerFunds($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    funds {
      id
      fund
      title
      why
      periodFrom
      periodTo
      reimburses
      claimWithinDays
      due {
        ...Amount
      }
      allocated {
        ...Amount
      }
      committed {
        ...Amount
      }
      reimbursed {
        ...Amount
      }
    }
    fundRequests(first: $first, after: $after) {
      edges {
        node {
          id
          fund
          activity
          state
          reason
          claimBy
          externalReference
          amount {
            ...Amount
          }
          approved {
            ...Amount
          }
          spent {
            ...Amount
          }
          reimbursed {
            ...Amount
          }
          proofs {
            id
            fileName
            mediaType
            sizeBytes
            sha256
            storedAt
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const RequestFunds = operation<RequestFundsMutation, RequestFundsMutationVariables>(`mutation RequestFunds($partnerId: ID!, $fund: String!, $activity: String!, $amount: Decimal!, $idempotencyKey: String!) {
  requestFunds(
    input: {partnerId: $partnerId, fund: $fund, activity: $activity, amount: $amount, idempotencyKey: $idempotencyKey}
  ) {
    request {
      id
      state
      fund
      periodFrom
      amount {
        ...Amount
      }
    }
    userErrors {
      ...FundRefusal
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment FundRefusal on FundUserError {
  ...Refusal
  left {
    ...Amount
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const WaitingFundRequests = operation<WaitingFundRequestsQuery, WaitingFundRequestsQueryVariables>(`query WaitingFundRequests($first: Int = 50, $after: String) {
  fundRequests(
    first: $first
    after: $after
    filter: {states: [REQUESTED, CLAIMED]}
    orderBy: {by: REQUESTED}
  ) {
    edges {
      node {
        id
        partner {
          id
          code
          name
        }
        fund
        activity
        state
        requestedAt
        requestedBy
        amount {
          ...Amount
        }
        claimedBy
        spent {
          ...Amount
        }
        proofs {
          id
          fileName
          mediaType
          sizeBytes
          sha256
          content
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const AddSandboxDeal = operation<AddSandboxDealMutation, AddSandboxDealMutationVariables>(`mutation AddSandboxDeal($key: String!, $customerId: Int!, $amount: Decimal!, $product: String!, $stage: SandboxStage!) {
  addSandboxDeal(
    input: {key: $key, customerId: $customerId, amount: $amount, product: $product, stage: $stage}
  ) {
    deal {
      id
      customerId
      amount
      product
      stage
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DeclareEndpoint = operation<DeclareEndpointMutation, DeclareEndpointMutationVariables>(`mutation DeclareEndpoint($partnerId: ID!, $url: String!) {
  declareEndpoint(input: {partnerId: $partnerId, url: $url}) {
    endpoint {
      url
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ExtendSandbox = operation<ExtendSandboxMutation, ExtendSandboxMutationVariables>(`mutation ExtendSandbox($id: ID!) {
  extendSandbox(input: {id: $id}) {
    sandbox {
      ...SandboxLease
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment SandboxLease on Sandbox {
  id
  label
  provider
  leasedOn
  expiresOn
  extended
  isOpen
  reclaimedAt
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const LeaseSandbox = operation<LeaseSandboxMutation, LeaseSandboxMutationVariables>(`mutation LeaseSandbox($partnerId: ID!, $label: String!) {
  leaseSandbox(input: {partnerId: $partnerId, label: $label}) {
    sandbox {
      id
      label
      provider
      leasedOn
      expiresOn
      extended
      isOpen
      reclaimedAt
      key
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const PartnerSandboxes = operation<PartnerSandboxesQuery, PartnerSandboxesQueryVariables>(`query PartnerSandboxes($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    sandboxes {
      ...SandboxLease
    }
  }
}

fragment SandboxLease on Sandbox {
  id
  label
  provider
  leasedOn
  expiresOn
  extended
  isOpen
  reclaimedAt
}`);

export const PartnerValidations = operation<PartnerValidationsQuery, PartnerValidationsQueryVariables>(`query PartnerValidations($partnerId: ID!) {
  validations {
    id
    name
    title
    why
    tracks
    checks
  }
  partner(id: $partnerId) {
    id
    endpoint
    validationRuns {
      ...ValidationRunState
    }
  }
}

fragment ValidationRunState on ValidationRun {
  id
  validation
  title
  state
  url
  startedAt
  checks {
    name
    title
    asks
    isManual
    hasPassed
    evidence
    checkedAt
  }
}`);

export const RecordCheck = operation<RecordCheckMutation, RecordCheckMutationVariables>(`mutation RecordCheck($id: ID!, $check: String!, $hasPassed: Boolean!, $evidence: String!) {
  recordCheck(
    input: {id: $id, check: $check, hasPassed: $hasPassed, evidence: $evidence}
  ) {
    run {
      ...ValidationRunState
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment ValidationRunState on ValidationRun {
  id
  validation
  title
  state
  url
  startedAt
  checks {
    name
    title
    asks
    isManual
    hasPassed
    evidence
    checkedAt
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ReleaseSandbox = operation<ReleaseSandboxMutation, ReleaseSandboxMutationVariables>(`mutation ReleaseSandbox($id: ID!) {
  releaseSandbox(input: {id: $id}) {
    sandbox {
      ...SandboxLease
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment SandboxLease on Sandbox {
  id
  label
  provider
  leasedOn
  expiresOn
  extended
  isOpen
  reclaimedAt
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RunValidation = operation<RunValidationMutation, RunValidationMutationVariables>(`mutation RunValidation($partnerId: ID!, $validation: String!) {
  runValidation(input: {partnerId: $partnerId, validation: $validation}) {
    run {
      ...ValidationRunState
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment ValidationRunState on ValidationRun {
  id
  validation
  title
  state
  url
  startedAt
  checks {
    name
    title
    asks
    isManual
    hasPassed
    evidence
    checkedAt
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const SandboxData = operation<SandboxDataQuery, SandboxDataQueryVariables>(`query SandboxData($key: String!) {
  sandboxData(key: $key) {
    expiresOn
    customers {
      id
      name
      country
      seats
    }
    deals {
      id
      customerId
      amount
      product
      stage
    }
  }
}`);

export const Adjustments = operation<AdjustmentsQuery, AdjustmentsQueryVariables>(`query Adjustments {
  adjustments {
    id
    measure
    kind
    state
    from
    until
    factor
    regions
    markets
    reason
    method
    proposedBy
    decidedBy
  }
}`);

export const CohortIndicators = operation<CohortIndicatorsQuery, CohortIndicatorsQueryVariables>(`query CohortIndicators($name: String!, $from: Date!, $until: Date!, $by: IndicatorDimension, $step: IndicatorStep) {
  cohort(name: $name) {
    id
    name
    size
    indicators(from: $from, until: $until, by: $by, step: $step) {
      name
      from
      until
      partners
      values {
        ...IndicatorFigure
      }
    }
  }
}

fragment IndicatorFigure on IndicatorValue {
  indicator
  timing
  unit
  value
}`);

export const DecideAdjustment = operation<DecideAdjustmentMutation, DecideAdjustmentMutationVariables>(`mutation DecideAdjustment($id: ID!, $approve: Boolean!) {
  decideAdjustment(input: {id: $id, approve: $approve}) {
    adjustment {
      id
      state
      decidedBy
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const EndAdjustment = operation<EndAdjustmentMutation, EndAdjustmentMutationVariables>(`mutation EndAdjustment($id: ID!) {
  endAdjustment(input: {id: $id}) {
    adjustment {
      id
      state
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Indicators = operation<IndicatorsQuery, IndicatorsQueryVariables>(`query Indicators($from: Date!, $until: Date!, $by: IndicatorDimension, $step: IndicatorStep) {
  indicators(from: $from, until: $until, by: $by, step: $step) {
    name
    from
    until
    partners
    values {
      ...IndicatorFigure
    }
  }
  tierProgression(from: $from, until: $until) {
    tier
    partners
    movedUp
    movedDown
    progressionRate
  }
}

fragment IndicatorFigure on IndicatorValue {
  indicator
  timing
  unit
  value
}`);

export const PartnerIndicators = operation<PartnerIndicatorsQuery, PartnerIndicatorsQueryVariables>(`query PartnerIndicators($partnerId: ID!, $from: Date!, $until: Date!) {
  partner(id: $partnerId) {
    id
    name
    indicators(from: $from, until: $until) {
      from
      until
      values {
        ...IndicatorFigure
      }
    }
  }
}

fragment IndicatorFigure on IndicatorValue {
  indicator
  timing
  unit
  value
}`);

export const ProposeAdjustment = operation<ProposeAdjustmentMutation, ProposeAdjustmentMutationVariables>(`mutation ProposeAdjustment($input: ProposeAdjustmentInput!) {
  proposeAdjustment(input: $input) {
    adjustment {
      id
      state
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ProposeSeasonalFactors = operation<ProposeSeasonalFactorsMutation, ProposeSeasonalFactorsMutationVariables>(`mutation ProposeSeasonalFactors($measure: String!, $months: Int = 24) {
  proposeSeasonalFactors(input: {measure: $measure, months: $months}) {
    adjustments {
      id
      from
      until
      factor
      reason
      method
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const BlockOnboardingStep = operation<BlockOnboardingStepMutation, BlockOnboardingStepMutationVariables>(`mutation BlockOnboardingStep($planId: ID!, $step: String!, $reason: String) {
  blockOnboardingStep(input: {planId: $planId, step: $step, reason: $reason}) {
    step {
      id
      name
      state
      doneOn
      doneBecause
      evidence
      blockedBecause
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const CompleteOnboardingStep = operation<CompleteOnboardingStepMutation, CompleteOnboardingStepMutationVariables>(`mutation CompleteOnboardingStep($planId: ID!, $step: String!, $evidence: String) {
  completeOnboardingStep(
    input: {planId: $planId, step: $step, evidence: $evidence}
  ) {
    step {
      id
      name
      state
      doneOn
      doneBecause
      evidence
      blockedBecause
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const LatePlans = operation<LatePlansQuery, LatePlansQueryVariables>(`query LatePlans($first: Int = 20, $after: String) {
  latePlans(first: $first, after: $after) {
    edges {
      node {
        id
        title
        health
        percent
        partner {
          id
          name
        }
        steps {
          id
          title
          owner
          dueOn
          isOverdue
          blockedBecause
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const OnboardingOverview = operation<OnboardingOverviewQuery, OnboardingOverviewQueryVariables>(`query OnboardingOverview($from: Date!) {
  onboardingOverview(from: $from) {
    plans
    complete
    late
    blocked
    joined
    withFirstValue
    medianDays
  }
}`);

export const PartnerOnboarding = operation<PartnerOnboardingQuery, PartnerOnboardingQueryVariables>(`query PartnerOnboarding($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    onboarding {
      joinedOn
      firstValueOn
      daysToFirstValue
      plans {
        id
        name
        title
        why
        occasion
        madeOn
        health
        percent
        steps {
          id
          name
          title
          description
          owner
          state
          dueOn
          isOverdue
          after
          waitsFor
          needsEvidence
          doneOn
          doneBecause
          evidence
          blockedBecause
          blockedAt
        }
      }
    }
  }
}`);

export const AssignManager = operation<AssignManagerMutation, AssignManagerMutationVariables>(`mutation AssignManager($partnerId: ID!, $code: String!, $reason: String!) {
  assignManager(input: {partnerId: $partnerId, code: $code, reason: $reason}) {
    ...ManagerChange
  }
}

fragment ManagerChange on VendorManagerPayload {
  manager {
    id
    code
    name
    isActive
    load
    capacity
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Cohort = operation<CohortQuery, CohortQueryVariables>(`query Cohort($name: String!, $first: Int = 50, $after: String) {
  cohort(name: $name) {
    id
    name
    description
    size
    partners(first: $first, after: $after) {
      edges {
        node {
          id
          code
          name
          tierStatus {
            tier {
              id
              name
            }
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const Cohorts = operation<CohortsQuery, CohortsQueryVariables>(`query Cohorts($first: Int = 50, $after: String) {
  cohorts(first: $first, after: $after) {
    edges {
      node {
        id
        name
        description
        rule {
          tiers
          regions
          countries
          tracks
          joinedFrom
          joinedBefore
        }
        size
        savedAt
        savedBy
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const HandOverPartners = operation<HandOverPartnersMutation, HandOverPartnersMutationVariables>(`mutation HandOverPartners($from: String!, $to: String, $reason: String!) {
  handOverPartners(input: {from: $from, to: $to, reason: $reason}) {
    ...ManagerChange
  }
}

fragment ManagerChange on VendorManagerPayload {
  manager {
    id
    code
    name
    isActive
    load
    capacity
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const MovePerson = operation<MovePersonMutation, MovePersonMutationVariables>(`mutation MovePerson($personId: ID!, $partnerId: ID!, $externalId: String) {
  movePerson(
    input: {personId: $personId, partnerId: $partnerId, externalId: $externalId}
  ) {
    person {
      id
      externalId
      role
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Nodes = operation<NodesQuery, NodesQueryVariables>(`query Nodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on Partner {
      id
      code
    }
    ... on Person {
      id
      externalId
    }
    ... on Tier {
      id
      title
    }
    ... on Deal {
      id
      customer
    }
    ... on Decision {
      id
      summary
    }
    ... on Measurement {
      id
      measure
      value
    }
  }
}`);

export const PartnerList = operation<PartnerListQuery, PartnerListQueryVariables>(`query PartnerList($first: Int = 50, $after: String, $filter: PartnerFilter, $orderBy: PartnerOrder) {
  partners(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    edges {
      node {
        id
        code
        name
        region
        tierStatus {
          tier {
            id
            name
            title
          }
          since
        }
        rewards {
          balance {
            ...Amount
          }
        }
        training {
          completed
          certifiedPeople
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PartnerManagers = operation<PartnerManagersQuery, PartnerManagersQueryVariables>(`query PartnerManagers($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    managers {
      role
      name
      email
      since
      awayUntil
      standInName
      standInEmail
    }
  }
}`);

export const RecordAbsence = operation<RecordAbsenceMutation, RecordAbsenceMutationVariables>(`mutation RecordAbsence($code: String!, $from: Date!, $until: Date!, $standIn: String) {
  recordAbsence(
    input: {code: $code, from: $from, until: $until, standIn: $standIn}
  ) {
    ...ManagerChange
  }
}

fragment ManagerChange on VendorManagerPayload {
  manager {
    id
    code
    name
    isActive
    load
    capacity
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RegisterManager = operation<RegisterManagerMutation, RegisterManagerMutationVariables>(`mutation RegisterManager($input: RegisterManagerInput!) {
  registerManager(input: $input) {
    ...ManagerChange
  }
}

fragment ManagerChange on VendorManagerPayload {
  manager {
    id
    code
    name
    isActive
    load
    capacity
  }
  userErrors {
    ...Refusal
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RegisterPartners = operation<RegisterPartnersMutation, RegisterPartnersMutationVariables>(`mutation RegisterPartners($partners: [PartnerInput!]!, $dryRun: Boolean = false) {
  registerPartners(input: {partners: $partners, dryRun: $dryRun}) {
    partners {
      id
      code
      name
      region
      tracks
    }
    added
    changed
    trackChanges {
      code
      added
      removed
      tierBefore
      tierAfter
      summary
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RegisterPeople = operation<RegisterPeopleMutation, RegisterPeopleMutationVariables>(`mutation RegisterPeople($people: [PersonInput!]!, $dryRun: Boolean = false) {
  registerPeople(input: {people: $people, dryRun: $dryRun}) {
    people {
      id
      externalId
      name
      role
    }
    added
    changed
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RemoveCohort = operation<RemoveCohortMutation, RemoveCohortMutationVariables>(`mutation RemoveCohort($name: String!) {
  removeCohort(input: {name: $name}) {
    removed
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const SaveCohort = operation<SaveCohortMutation, SaveCohortMutationVariables>(`mutation SaveCohort($input: SaveCohortInput!) {
  saveCohort(input: $input) {
    cohort {
      id
      name
      size
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const VendorManagers = operation<VendorManagersQuery, VendorManagersQueryVariables>(`query VendorManagers {
  vendorManagers {
    id
    code
    role
    name
    tiers
    regions
    capacity
    isActive
    load
    absences {
      from
      until
      standIn
    }
    atRisk {
      partner {
        id
        name
        tierStatus {
          tier {
            id
            title
          }
          isAtRisk
          safeUntil
        }
      }
      overdueSteps
      blockedSteps
      expiringCertifications
    }
  }
}`);

export const Viewer = operation<ViewerQuery, ViewerQueryVariables>(`query Viewer {
  viewer {
    id
    role
    subject
    partner {
      id
      code
      name
    }
    person {
      id
      name
    }
    canReadPersonalData
    canRegisterDeals
    canRedeemRewards
    canClaimBenefits
    canRequestFunds
    canEnrollPeople
    canBookSessions
    canExportData
    canRegisterPartners
    canDecideOverrides
    canPublishPrograms
  }
}`);

export const PortalDeals = operation<PortalDealsQuery, PortalDealsQueryVariables>(`query PortalDeals($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    name
    deals(first: $first, after: $after) {
      edges {
        node {
          id
          externalId
          state
          customer
          openedOn
          closedOn
          amount {
            ...Amount
          }
        }
      }
      pageInfo {
        ...NextPage
      }
      totalCount
    }
    dealRegistrations(first: 20) {
      edges {
        node {
          id
          customer
          productLine
          state
          requestedAt
          protectedUntil
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PortalHome = operation<PortalHomeQuery, PortalHomeQueryVariables>(`query PortalHome($partnerId: ID!, $measures: [String!]) {
  partner(id: $partnerId) {
    id
    name
    region
    tracks
    tierStatus {
      tier {
        id
        name
        title
        rank
      }
      since
      asOf
      summary
      next {
        id
        tier {
          id
          name
          title
        }
        fraction
        thresholds {
          ...Threshold
        }
      }
    }
    measures(names: $measures) {
      id
      measure
      title
      counts
      unit
      value
      series(step: MONTH, points: 12) {
        on
        value
      }
    }
    rewards {
      balance {
        ...Amount
      }
      entries(first: 10) {
        edges {
          node {
            id
            kind
            on
            amount {
              ...Amount
            }
            explanation
          }
        }
      }
    }
    people(first: 100) {
      edges {
        node {
          id
          name
          role
          training {
            enrolled
            completed
            held {
              id
              level
              expiresOn
            }
          }
        }
      }
    }
    training {
      people
      enrolled
      completed
      certifiedPeople
      courses {
        course {
          id
          name
          title
        }
        enrolled
        completed
        averagePercent
      }
      expiring(withinDays: 90) {
        id
        course {
          id
          title
        }
        expiresOn
        renewableFrom
        person {
          id
          name
        }
      }
      certifications(first: 10) {
        edges {
          node {
            id
            level
            issuedOn
            expiresOn
            isValid
            course {
              id
              title
            }
            person {
              id
              name
            }
          }
        }
      }
    }
  }
}

fragment Threshold on RuleProgress {
  path
  title
  unit
  bound
  target
  actual
  gap
  isMet
  isAsked
  fraction
  why
}

fragment Amount on Money {
  amount
  currency
}`);

export const PortalPath = operation<PortalPathQuery, PortalPathQueryVariables>(`query PortalPath($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    name
    tierStatus {
      tier {
        id
        name
        title
        rank
      }
      since
      summary
      isAtRisk
      next {
        id
        tier {
          id
          name
          title
        }
        fraction
        thresholds {
          ...Threshold
        }
        ways {
          effort
          steps {
            measure
            by
            unit
            inWords
          }
        }
      }
    }
  }
  tiers {
    id
    name
    title
    rank
  }
}

fragment Threshold on RuleProgress {
  path
  title
  unit
  bound
  target
  actual
  gap
  isMet
  isAsked
  fraction
  why
}`);

export const PortalPeople = operation<PortalPeopleQuery, PortalPeopleQueryVariables>(`query PortalPeople($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    name
    people(first: $first, after: $after) {
      edges {
        node {
          id
          name
          role
          training {
            enrolled
            completed
            held {
              id
              level
              expiresOn
            }
          }
        }
      }
      pageInfo {
        ...NextPage
      }
      totalCount
    }
    training {
      people
      certifiedPeople
      enrolled
      completed
      expiring(withinDays: 90) {
        id
        level
        expiresOn
        person {
          id
          name
        }
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PortalRewards = operation<PortalRewardsQuery, PortalRewardsQueryVariables>(`query PortalRewards($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    name
    rewards {
      balance {
        ...Amount
      }
      accounts {
        id
        program
        pending {
          ...Amount
        }
        available {
          ...Amount
        }
        reserved {
          ...Amount
        }
        debt {
          ...Amount
        }
        paid {
          ...Amount
        }
      }
      entries(first: 10) {
        edges {
          node {
            id
            kind
            on
            amount {
              ...Amount
            }
            explanation
          }
        }
        pageInfo {
          ...NextPage
        }
      }
      redemptions(first: 10) {
        edges {
          node {
            id
            amount {
              ...Amount
            }
            state
            requestedAt
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
    funds {
      id
      fund
      allocated {
        ...Amount
      }
      committed {
        ...Amount
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const CheckProgram = operation<CheckProgramQuery, CheckProgramQueryVariables>(`query CheckProgram($source: String!) {
  checkProgram(source: $source) {
    isSound
    problems {
      code
      path
      line
      column
      message
    }
    findings {
      code
      severity
      path
      line
      message
      remedy
    }
    changes {
      path
      kind
      inWords
    }
    worstCase {
      tier
      rewardShare
      benefitCost
    }
    workedExamples
  }
}`);

export const ProgramDrafts = operation<ProgramDraftsQuery, ProgramDraftsQueryVariables>(`query ProgramDrafts($first: Int = 20, $after: String) {
  programDrafts(first: $first, after: $after) {
    edges {
      node {
        id
        name
        version
        revision
        savedAt
        savedBy
        source
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const ProgramOn = operation<ProgramOnQuery, ProgramOnQueryVariables>(`query ProgramOn($on: Date!) {
  program(on: $on) {
    id
    name
    version
    state
    effectiveOn
    tiers {
      id
      name
      title
      rank
    }
  }
}`);

export const ProgramVersions = operation<ProgramVersionsQuery, ProgramVersionsQueryVariables>(`query ProgramVersions($first: Int = 50, $after: String) {
  programVersions(first: $first, after: $after) {
    edges {
      node {
        id
        name
        version
        state
        why
        effectiveOn
        publishedAt
        startedAt
        supersededAt
        changes {
          path
          kind
          subject
          before
          after
          because
          inWords
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PublishProgram = operation<PublishProgramMutation, PublishProgramMutationVariables>(`mutation PublishProgram($source: String!, $effectiveOn: Date, $dryRun: Boolean = false, $changesPast: Boolean = false) {
  publishProgram(
    input: {source: $source, effectiveOn: $effectiveOn, dryRun: $dryRun, changesPast: $changesPast}
  ) {
    program {
      id
      name
      version
      state
      effectiveOn
      publishedAt
      tiers {
        id
        name
      }
    }
    rewardsChange {
      partners
      rewards
      more {
        ...Amount
      }
      less {
        ...Amount
      }
      isComplete
    }
    userErrors {
      ...Refusal
      path
      line
      column
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const SaveProgramDraft = operation<SaveProgramDraftMutation, SaveProgramDraftMutationVariables>(`mutation SaveProgramDraft($source: String!, $revision: Int) {
  saveProgramDraft(input: {source: $source, revision: $revision}) {
    draft {
      id
      name
      version
      revision
      savedAt
    }
    userErrors {
      ...Refusal
      path
      line
      column
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const TierMatrix = operation<TierMatrixQuery, TierMatrixQueryVariables>(`query TierMatrix {
  program {
    id
    markets {
      id
      name
      title
      factor
      why
    }
  }
  tiers {
    id
    name
    title
    rank
    why
    requires {
      ...Rules
      rules {
        ...Rules
        rules {
          ...Rules
          rules {
            ...Rules
          }
        }
      }
    }
    keepsAt
    keeps {
      ...Rules
      rules {
        ...Rules
      }
    }
    expects {
      name
      title
      description
      why
      every
      of
    }
    benefits {
      quantity
      benefit {
        id
        name
        title
        dimension
        why
        per
        value
        owner
        claim
        fulfilledWithinDays
        transition
      }
    }
  }
}

fragment Rules on Rule {
  kind
  needed
  measure
  title
  unit
  bound
  target
  isScaledByMarket
  keepsAt
  points
  each
  cap
  floor
  subject
  tracks
  regions
  countries
  markets
  why
  inWords
}`);

export const WorkedExamples = operation<WorkedExamplesQuery, WorkedExamplesQueryVariables>(`query WorkedExamples {
  program {
    id
    name
    version
    workedExamples
  }
}`);

export const DealRegistrations = operation<DealRegistrationsQuery, DealRegistrationsQueryVariables>(`query DealRegistrations($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    dealRegistrations(first: $first, after: $after) {
      edges {
        node {
          id
          customer
          domain
          productLine
          state
          requestedAt
          decidedBy
          reason
          protectedUntil
          extensions
          expectedOn
          amount {
            ...Amount
          }
          deal {
            id
            externalId
          }
          conversionsTakenBack {
            externalId
            at
            because
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const DecideRegistrationConflict = operation<DecideRegistrationConflictMutation, DecideRegistrationConflictMutationVariables>(`mutation DecideRegistrationConflict($id: ID!, $verdict: RegistrationConflictVerdict!, $reason: String!) {
  decideRegistrationConflict(input: {id: $id, verdict: $verdict, reason: $reason}) {
    conflict {
      id
      state
      decidedAt
      reason
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DecideRegistration = operation<DecideRegistrationMutation, DecideRegistrationMutationVariables>(`mutation DecideRegistration($id: ID!, $approve: Boolean!, $reason: String!) {
  decideRegistration(input: {id: $id, approve: $approve, reason: $reason}) {
    registration {
      id
      state
      protectedUntil
      decidedBy
      reason
    }
    userErrors {
      ...RegistrationRefusal
    }
  }
}

fragment RegistrationRefusal on DealRegistrationUserError {
  ...Refusal
  until
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ExtendRegistration = operation<ExtendRegistrationMutation, ExtendRegistrationMutationVariables>(`mutation ExtendRegistration($id: ID!, $reason: String!) {
  extendRegistration(input: {id: $id, reason: $reason}) {
    registration {
      id
      protectedUntil
      extensions
    }
    userErrors {
      ...RegistrationRefusal
    }
  }
}

fragment RegistrationRefusal on DealRegistrationUserError {
  ...Refusal
  until
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RegisterDeal = operation<RegisterDealMutation, RegisterDealMutationVariables>(`mutation RegisterDeal($partnerId: ID!, $customer: String!, $domain: String, $productLine: String!, $amount: Decimal, $expectedOn: Date, $note: String, $idempotencyKey: String!) {
  registerDeal(
    input: {partnerId: $partnerId, customer: $customer, domain: $domain, productLine: $productLine, amount: $amount, expectedOn: $expectedOn, note: $note, idempotencyKey: $idempotencyKey}
  ) {
    registration {
      id
      state
      protectedUntil
      customer
      domain
      productLine
    }
    userErrors {
      ...RegistrationRefusal
    }
  }
}

fragment RegistrationRefusal on DealRegistrationUserError {
  ...Refusal
  until
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RegistrationConflicts = operation<RegistrationConflictsQuery, RegistrationConflictsQueryVariables>(`query RegistrationConflicts($state: RegistrationConflictState = OPEN, $first: Int = 50, $after: String) {
  registrationConflicts(state: $state, first: $first, after: $after) {
    edges {
      node {
        id
        state
        foundAt
        partner {
          id
          name
        }
        registration {
          id
          customer
          domain
          productLine
          state
          requestedAt
          protectedUntil
        }
        won {
          partner {
            id
            name
          }
          deal {
            id
          }
          externalId
          on
          customer
          product
          amount {
            ...Amount
          }
        }
        decidedAt
        decidedBy
        reason
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const WaitingRegistrations = operation<WaitingRegistrationsQuery, WaitingRegistrationsQueryVariables>(`query WaitingRegistrations($first: Int = 50, $after: String) {
  dealRegistrations(
    first: $first
    after: $after
    filter: {states: [REQUESTED]}
    orderBy: {by: REQUESTED}
  ) {
    edges {
      node {
        id
        partner {
          id
          code
          name
        }
        customer
        domain
        productLine
        requestedAt
        requestedBy
        note
        amount {
          ...Amount
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const WithdrawRegistration = operation<WithdrawRegistrationMutation, WithdrawRegistrationMutationVariables>(`mutation WithdrawRegistration($id: ID!) {
  withdrawRegistration(input: {id: $id}) {
    registration {
      id
      state
    }
    userErrors {
      ...RegistrationRefusal
    }
  }
}

fragment RegistrationRefusal on DealRegistrationUserError {
  ...Refusal
  until
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Ceilings = operation<CeilingsQuery, CeilingsQueryVariables>(`query Ceilings {
  ceilings {
    ceiling
    periodFrom
    used {
      ...Amount
    }
    most {
      ...Amount
    }
    timesUsed
    mostTimes
    isHard
    alertedAt
  }
}

fragment Amount on Money {
  amount
  currency
}`);

export const CreatePayoutBatch = operation<CreatePayoutBatchMutation, CreatePayoutBatchMutationVariables>(`mutation CreatePayoutBatch($note: String) {
  createPayoutBatch(input: {note: $note}) {
    batch {
      id
      createdAt
      totals {
        ...Amount
      }
      redemptions {
        id
        partner {
          id
          code
          name
        }
        amount {
          ...Amount
        }
      }
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const DecideRedemption = operation<DecideRedemptionMutation, DecideRedemptionMutationVariables>(`mutation DecideRedemption($id: ID!, $approve: Boolean!, $reason: String!) {
  decideRedemption(input: {id: $id, approve: $approve, reason: $reason}) {
    redemption {
      id
      state
      decidedBy
      reason
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Journal = operation<JournalQuery, JournalQueryVariables>(`query Journal($from: Date!, $until: Date!, $first: Int = 100, $after: String) {
  journal(from: $from, until: $until, first: $first, after: $after) {
    edges {
      node {
        entry
        partner {
          id
          code
          name
        }
        recordedAt
        on
        kind
        account
        accountCode
        fund
        explanation
        debit {
          ...Amount
        }
        credit {
          ...Amount
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PartnerLedger = operation<PartnerLedgerQuery, PartnerLedgerQueryVariables>(`query PartnerLedger($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    rewards {
      ledger(first: $first, after: $after) {
        edges {
          node {
            id
            sequence
            kind
            on
            recordedAt
            rule
            tier
            rate
            maturesOn
            programVersion
            actor
            explanation
            hash
            base {
              ...Amount
            }
            lines {
              account
              fund
              amount {
                ...Amount
              }
            }
            deal {
              id
              externalId
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PayoutBatches = operation<PayoutBatchesQuery, PayoutBatchesQueryVariables>(`query PayoutBatches($first: Int = 10, $after: String) {
  payoutBatches(first: $first, after: $after) {
    edges {
      node {
        id
        createdAt
        createdBy
        note
        totals {
          ...Amount
        }
        redemptions {
          id
          partner {
            id
            code
            name
          }
          amount {
            ...Amount
          }
          state
          externalReference
          reason
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const RedeemRewards = operation<RedeemRewardsMutation, RedeemRewardsMutationVariables>(`mutation RedeemRewards($partnerId: ID!, $amount: Decimal!, $idempotencyKey: String!, $note: String) {
  redeemRewards(
    input: {partnerId: $partnerId, amount: $amount, idempotencyKey: $idempotencyKey, note: $note}
  ) {
    redemption {
      id
      amount {
        ...Amount
      }
      state
      requestedAt
    }
    userErrors {
      ...Refusal
      minimum {
        ...Amount
      }
      missing {
        ...Amount
      }
      left {
        ...Amount
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RewardAccount = operation<RewardAccountQuery, RewardAccountQueryVariables>(`query RewardAccount($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    rewards {
      accounts {
        id
        program
        pending {
          ...Amount
        }
        available {
          ...Amount
        }
        reserved {
          ...Amount
        }
        debt {
          ...Amount
        }
        paid {
          ...Amount
        }
        credits {
          isEarned
          on
          amount {
            ...Amount
          }
        }
      }
      ceilings {
        ceiling
        title
        periodFrom
        used {
          ...Amount
        }
        most {
          ...Amount
        }
        timesUsed
        mostTimes
        isHard
        isReached
      }
      withheld {
        rule
        ceiling
        amount {
          ...Amount
        }
        notedAt
      }
      redemptions(first: 10) {
        edges {
          node {
            id
            amount {
              ...Amount
            }
            state
            requestedAt
            externalReference
            reason
          }
        }
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}`);

export const RewardEntries = operation<RewardEntriesQuery, RewardEntriesQueryVariables>(`query RewardEntries($partnerId: ID!, $first: Int = 50, $after: String) {
  partner(id: $partnerId) {
    id
    name
    rewards {
      balance {
        ...Amount
      }
      entries(first: $first, after: $after) {
        edges {
          node {
            id
            kind
            on
            recordedAt
            amount {
              ...Amount
            }
            rule
            tier
            rate
            base {
              ...Amount
            }
            explanation
            deal {
              id
              externalId
              customer
            }
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const RewardLiability = operation<RewardLiabilityQuery, RewardLiabilityQueryVariables>(`query RewardLiability($after: String) {
  rewardLiability(after: $after) {
    checked
    total
    next
    liabilities {
      pending {
        ...Amount
      }
      earned {
        ...Amount
      }
      reserved {
        ...Amount
      }
      debt {
        ...Amount
      }
      expected {
        ...Amount
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}`);

export const RewardStatement = operation<RewardStatementQuery, RewardStatementQueryVariables>(`query RewardStatement($partnerId: ID!, $from: Date!, $until: Date!) {
  partner(id: $partnerId) {
    id
    rewards {
      statement(from: $from, until: $until) {
        from
        until
        opening {
          program
          account
          amount {
            ...Amount
          }
        }
        closing {
          program
          account
          amount {
            ...Amount
          }
        }
        entries {
          id
          sequence
          kind
          on
          explanation
          lines {
            account
            amount {
              ...Amount
            }
          }
        }
        csv
        page
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}`);

export const SettlePayouts = operation<SettlePayoutsMutation, SettlePayoutsMutationVariables>(`mutation SettlePayouts($id: ID!, $payouts: [PayoutInput!]!) {
  settlePayouts(input: {id: $id, payouts: $payouts}) {
    redemptions {
      id
      state
      externalReference
      reason
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const TierRewards = operation<TierRewardsQuery, TierRewardsQueryVariables>(`query TierRewards {
  tiers {
    id
    name
    title
    rewards {
      terms
      rules {
        name
        section
        title
        why
        inWords
      }
    }
  }
}`);

export const TrialBalance = operation<TrialBalanceQuery, TrialBalanceQueryVariables>(`query TrialBalance($on: Date) {
  trialBalance(on: $on) {
    on
    isBalanced
    accounts {
      program
      account
      fund
      amount {
        ...Amount
      }
    }
  }
}

fragment Amount on Money {
  amount
  currency
}`);

export const WaitingRedemptions = operation<WaitingRedemptionsQuery, WaitingRedemptionsQueryVariables>(`query WaitingRedemptions($first: Int = 50, $after: String) {
  redemptions(
    first: $first
    after: $after
    filter: {states: [REQUESTED]}
    orderBy: {by: REQUESTED}
  ) {
    edges {
      node {
        id
        partner {
          id
          code
          name
        }
        amount {
          ...Amount
        }
        requestedAt
        requestedBy
        note
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const BookSession = operation<BookSessionMutation, BookSessionMutationVariables>(`mutation BookSession($sessionId: ID!, $personId: ID!) {
  bookSession(input: {sessionId: $sessionId, personId: $personId}) {
    place {
      id
      state
      place
      session {
        id
        seatsLeft
        waiting
      }
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const CancelSession = operation<CancelSessionMutation, CancelSessionMutationVariables>(`mutation CancelSession($sessionId: ID!, $reason: String!) {
  cancelSession(input: {sessionId: $sessionId, reason: $reason}) {
    session {
      id
      cancelledBecause
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const LeaveSession = operation<LeaveSessionMutation, LeaveSessionMutationVariables>(`mutation LeaveSession($sessionId: ID!, $personId: ID!) {
  leaveSession(input: {sessionId: $sessionId, personId: $personId}) {
    place {
      id
      state
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const MakeCalendar = operation<MakeCalendarMutation, MakeCalendarMutationVariables>(`mutation MakeCalendar($partnerId: ID!) {
  makeCalendar(input: {partnerId: $partnerId}) {
    calendar {
      path
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const PartnerSessions = operation<PartnerSessionsQuery, PartnerSessionsQueryVariables>(`query PartnerSessions($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    sessionPlaces(first: $first, after: $after) {
      edges {
        node {
          id
          place
          state
          askedAt
          movedUpAt
          hasAttended
          person {
            id
          }
          session {
            id
            title
            startsAt
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PlanSession = operation<PlanSessionMutation, PlanSessionMutationVariables>(`mutation PlanSession($kind: SessionKind!, $title: String!, $description: String, $startsAt: DateTime!, $endsAt: DateTime!, $location: String, $seats: Int!, $tiers: [String!], $isRequired: Boolean = false) {
  planSession(
    input: {kind: $kind, title: $title, description: $description, startsAt: $startsAt, endsAt: $endsAt, location: $location, seats: $seats, tiers: $tiers, isRequired: $isRequired}
  ) {
    session {
      id
      title
      startsAt
      seats
      seatsLeft
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RecordAttendance = operation<RecordAttendanceMutation, RecordAttendanceMutationVariables>(`mutation RecordAttendance($sessionId: ID!, $personId: ID!, $hasAttended: Boolean!) {
  recordAttendance(
    input: {sessionId: $sessionId, personId: $personId, hasAttended: $hasAttended}
  ) {
    place {
      id
      state
      hasAttended
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RecordSession = operation<RecordSessionMutation, RecordSessionMutationVariables>(`mutation RecordSession($sessionId: ID!, $url: String!) {
  recordSession(input: {sessionId: $sessionId, url: $url}) {
    session {
      id
      recordingUrl
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const SessionObligations = operation<SessionObligationsQuery, SessionObligationsQueryVariables>(`query SessionObligations($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    sessionObligations {
      state
      session {
        id
        kind
        title
        startsAt
        endsAt
        seatsLeft
      }
    }
  }
}`);

export const Sessions = operation<SessionsQuery, SessionsQueryVariables>(`query Sessions($from: Date, $first: Int = 20, $after: String) {
  sessions(from: $from, first: $first, after: $after) {
    edges {
      node {
        id
        kind
        title
        description
        startsAt
        endsAt
        location
        tiers
        seats
        seatsLeft
        waiting
        cancelledBecause
        recordingUrl
        calendar
        places {
          id
          person {
            id
          }
          place
          state
          hasAttended
        }
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const DecideOverride = operation<DecideOverrideMutation, DecideOverrideMutationVariables>(`mutation DecideOverride($id: ID!, $approve: Boolean!, $reason: String) {
  decideOverride(input: {id: $id, approve: $approve, reason: $reason}) {
    override {
      id
      kind
      state
      subject
      from
      until
      requestedBy
      decidedBy
    }
    userErrors {
      ...OverrideRefusal
    }
  }
}

fragment OverrideRefusal on OverrideUserError {
  ...Refusal
  until
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const EndOverride = operation<EndOverrideMutation, EndOverrideMutationVariables>(`mutation EndOverride($id: ID!, $reason: String) {
  endOverride(input: {id: $id, reason: $reason}) {
    override {
      id
      state
      until
    }
    userErrors {
      ...OverrideRefusal
    }
  }
}

fragment OverrideRefusal on OverrideUserError {
  ...Refusal
  until
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const FairnessReport = operation<FairnessReportQuery, FairnessReportQueryVariables>(`query FairnessReport($cohort: String) {
  fairnessReport(cohort: $cohort) {
    identicalInputs {
      groups
      partners
      conflicts
    }
    placements {
      dimension
      value
      tiers {
        tier
        partners
      }
    }
  }
}`);

export const PartnerGovernance = operation<PartnerGovernanceQuery, PartnerGovernanceQueryVariables>(`query PartnerGovernance($partnerId: ID!, $first: Int = 50, $afterOverride: String, $afterReview: String) {
  partner(id: $partnerId) {
    id
    name
    tierStatus {
      tier {
        id
        name
        title
      }
      since
      summary
      isAtRisk
      safeUntil
      pending {
        tier {
          id
          name
        }
        from
      }
      keeping {
        isMet
        requirement {
          kind
          isMet
          fraction
          rules {
            title
            isMet
            actual
            target
            gap
          }
        }
      }
      decision {
        id
        outcome
        effectiveOn
        classifiedAs
        hash
        approvals
        safeguards {
          ...SafeguardTerms
        }
        override {
          id
          kind
          tier
          until
          reason
        }
        hold {
          id
          until
          reason
        }
      }
    }
    overrides(first: $first, after: $afterOverride) {
      edges {
        node {
          id
          kind
          state
          subject
          from
          until
          reason
          requestedBy
          decidedBy
        }
      }
      pageInfo {
        ...NextPage
      }
    }
    reviews(first: $first, after: $afterReview) {
      edges {
        node {
          id
          review
          heldOn
          periodFrom
          periodTo
          score
          answers {
            question
            answer
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment SafeguardTerms on Safeguard {
  rule
  until
  explanation
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PlacePartners = operation<PlacePartnersMutation, PlacePartnersMutationVariables>(`mutation PlacePartners($asOf: Date!) {
  placePartners(input: {asOf: $asOf, waitSeconds: 8}) {
    run {
      id
      asOf
      total
      judged
      changed
      finishedAt
      tiers {
        tier
        partners
      }
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const PlacementRun = operation<PlacementRunQuery, PlacementRunQueryVariables>(`query PlacementRun($id: ID!) {
  placementRun(id: $id) {
    id
    reason
    asOf
    startedAt
    finishedAt
    total
    judged
    changed
    tiers {
      tier
      partners
    }
  }
}`);

export const RecordReview = operation<RecordReviewMutation, RecordReviewMutationVariables>(`mutation RecordReview($partnerId: ID!, $review: String!, $heldOn: Date, $answers: [ReviewAnswerInput!]!, $notes: String) {
  recordReview(
    input: {partnerId: $partnerId, review: $review, heldOn: $heldOn, answers: $answers, notes: $notes}
  ) {
    review {
      id
      periodFrom
      periodTo
      score
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RequestOverride = operation<RequestOverrideMutation, RequestOverrideMutationVariables>(`mutation RequestOverride($partnerId: ID!, $kind: OverrideKind!, $subject: String, $from: Date, $until: Date!, $reason: String!) {
  requestOverride(
    input: {partnerId: $partnerId, kind: $kind, subject: $subject, from: $from, until: $until, reason: $reason}
  ) {
    override {
      id
      state
    }
    userErrors {
      ...OverrideRefusal
    }
  }
}

fragment OverrideRefusal on OverrideUserError {
  ...Refusal
  until
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RequestedOverrides = operation<RequestedOverridesQuery, RequestedOverridesQueryVariables>(`query RequestedOverrides($first: Int = 50, $after: String) {
  requestedOverrides(first: $first, after: $after) {
    edges {
      node {
        id
        kind
        subject
        from
        until
        reason
        requestedBy
        requestedAt
      }
    }
    pageInfo {
      ...NextPage
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const ReviewForms = operation<ReviewFormsQuery, ReviewFormsQueryVariables>(`query ReviewForms {
  reviewForms {
    id
    name
    title
    every
    questions {
      name
      ask
      best
      weight
    }
  }
}`);

export const TierHistory = operation<TierHistoryQuery, TierHistoryQueryVariables>(`query TierHistory($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    name
    tierHistory {
      tier
      from
    }
    decisions(first: $first, after: $after) {
      edges {
        node {
          id
          sequence
          asOf
          decidedAt
          outcome
          tier {
            id
            name
          }
          previousTier
          programVersion
          summary
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const WaysUp = operation<WaysUpQuery, WaysUpQueryVariables>(`query WaysUp($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    name
    tierStatus {
      tier {
        id
        title
      }
      next {
        id
        tier {
          id
          title
        }
        fraction
        thresholds {
          ...Threshold
          kind
          otherScores {
            title
            total
          }
          rules {
            ...Counted
            rules {
              ...Counted
            }
          }
        }
        ways {
          effort
          steps {
            measure
            group
            by
            hasValue
            unit
            inWords
          }
        }
      }
    }
  }
}

fragment Counted on RuleProgress {
  kind
  title
  subject
  unit
  actual
  weighted
  points
  isBeaten
}

fragment Threshold on RuleProgress {
  path
  title
  unit
  bound
  target
  actual
  gap
  isMet
  isAsked
  fraction
  why
}`);

export const WhatIf = operation<WhatIfQuery, WhatIfQueryVariables>(`query WhatIf($partnerId: ID!, $deals: [HypotheticalDealInput!], $certifications: [HypotheticalCertificationInput!], $facts: [HypotheticalFactInput!], $on: Date) {
  partner(id: $partnerId) {
    id
    name
    tierStatus {
      tier {
        id
        title
      }
    }
    whatIf(deals: $deals, certifications: $certifications, facts: $facts, on: $on) {
      id
      on
      measures {
        measure
        title
        unit
        before
        after
      }
      placement {
        tier {
          id
          title
        }
        reached {
          id
          title
        }
        outcome
        effectiveOn
        summary
        safeguards {
          ...SafeguardTerms
        }
      }
    }
  }
}

fragment SafeguardTerms on Safeguard {
  rule
  until
  explanation
}`);

export const WhyThisTier = operation<WhyThisTierQuery, WhyThisTierQueryVariables>(`query WhyThisTier($partnerId: ID!, $facts: Int = 100) {
  partner(id: $partnerId) {
    id
    name
    tierStatus {
      tier {
        id
        name
        title
      }
      since
      summary
      decision {
        id
        asOf
        decidedAt
        program
        programVersion
        outcome
        effectiveOn
        previousTier
        safeguards {
          ...SafeguardTerms
        }
        override {
          id
          tier
          until
          reason
        }
        inputs {
          measure
          value
          from
          until
          adjustments {
            id
            kind
            from
            until
            factor
            reason
            unadjusted
          }
          measurement {
            id
            value
            cap {
              whole
              most
              customers {
                customer
                brought
                counted
                explanation
              }
            }
            evidence(first: $facts) {
              edges {
                counted
                explanation
                node {
                  id
                  kindName
                  externalId
                  on
                  happenedOn
                  reversedOn
                  amount {
                    ...Amount
                  }
                  credit {
                    role
                    share
                  }
                  conversion {
                    told {
                      ...Amount
                    }
                    rate
                    rateOn
                  }
                  customer
                  product
                }
              }
              pageInfo {
                ...NextPage
              }
            }
          }
        }
        assessments {
          tier {
            id
            name
          }
          isMet
          requirement {
            path
            kind
            isMet
            actual
            target
            rules {
              path
              kind
              isMet
              title
              actual
              target
              gap
              rules {
                path
                isMet
                title
                actual
                target
                gap
              }
            }
          }
        }
      }
    }
  }
}

fragment SafeguardTerms on Safeguard {
  rule
  until
  explanation
}

fragment Amount on Money {
  amount
  currency
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const Certificates = operation<CertificatesQuery, CertificatesQueryVariables>(`query Certificates($partnerId: ID!, $first: Int = 20, $after: String) {
  badgeKeys
  partner(id: $partnerId) {
    id
    training {
      certifications(first: $first, after: $after) {
        edges {
          node {
            id
            person {
              ...PersonName
            }
            course {
              id
              title
            }
            level
            issuedOn
            expiresOn
            isValid
            renewableFrom
            courseVersion
            checkCode
            openBadge
          }
        }
        pageInfo {
          ...NextPage
        }
      }
    }
  }
}

fragment PersonName on Person {
  id
  name
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const CheckCertification = operation<CheckCertificationQuery, CheckCertificationQueryVariables>(`query CheckCertification($checkCode: String!) {
  checkCertification(checkCode: $checkCode) {
    course
    title
    level
    issuedOn
    expiresOn
    isValid
  }
}`);

export const ChooseInSimulation = operation<ChooseInSimulationMutation, ChooseInSimulationMutationVariables>(`mutation ChooseInSimulation($id: ID!, $scene: String!, $choice: String!) {
  chooseInSimulation(input: {id: $id, scene: $scene, choice: $choice}) {
    play {
      ...PlayState
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment PlayState on Play {
  id
  scenario {
    id
    title
    best
  }
  scene {
    name
    text
    choices {
      name
      text
    }
  }
  steps {
    scene
    choice
    points
    why
  }
  score
  percent
  finishedAt
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const CompleteModule = operation<CompleteModuleMutation, CompleteModuleMutationVariables>(`mutation CompleteModule($personId: ID!, $course: String!, $module: String!) {
  completeModule(input: {personId: $personId, course: $course, module: $module}) {
    enrollment {
      id
      percent
      state
      modules {
        module
        completedOn
      }
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ExpiringCertifications = operation<ExpiringCertificationsQuery, ExpiringCertificationsQueryVariables>(`query ExpiringCertifications($first: Int = 50, $withinDays: Int = 90) {
  partners(first: $first) {
    edges {
      node {
        id
        name
        training {
          certifiedPeople
          expiring(withinDays: $withinDays) {
            id
            person {
              ...PersonName
            }
            course {
              id
              title
            }
            level
            expiresOn
            renewableFrom
            endedBecause
          }
        }
      }
    }
  }
}

fragment PersonName on Person {
  id
  name
}`);

export const FinishAttempt = operation<FinishAttemptMutation, FinishAttemptMutationVariables>(`mutation FinishAttempt($id: ID!, $answers: [AnswerInput!]!) {
  finishAttempt(input: {id: $id, answers: $answers}) {
    attempt {
      id
      number
      scorePercent
      hasPassed
      pools {
        name
        asked
        right
      }
      certification {
        id
        level
        issuedOn
        expiresOn
        checkCode
      }
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const LearningPaths = operation<LearningPathsQuery, LearningPathsQueryVariables>(`query LearningPaths {
  learningPaths {
    id
    name
    title
    why
    role
    maturities
    tracks
    courses {
      id
      name
      title
      version
      modules {
        name
        title
      }
      requires
      certifies {
        level
        validMonths
        renewalDays
        recertifyDays
      }
      assessment {
        questions
        passPercent
        attempts
        coolDownDays
      }
    }
  }
  maturities {
    id
    name
    title
    tiers
  }
}`);

export const NextSteps = operation<NextStepsQuery, NextStepsQueryVariables>(`query NextSteps($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    people(first: $first, after: $after) {
      edges {
        node {
          id
          name
          nextSteps {
            id
            kind
            because
            course {
              id
              name
              title
              certifies {
                level
              }
            }
            outcome {
              id
              measures {
                measure
                title
                before
                after
              }
              placement {
                tier {
                  id
                  name
                  title
                }
              }
            }
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PartnerPlays = operation<PartnerPlaysQuery, PartnerPlaysQueryVariables>(`query PartnerPlays($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    people(first: $first, after: $after) {
      edges {
        node {
          id
          name
          plays {
            ...PlayState
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment PlayState on Play {
  id
  scenario {
    id
    title
    best
  }
  scene {
    name
    text
    choices {
      name
      text
    }
  }
  steps {
    scene
    choice
    points
    why
  }
  score
  percent
  finishedAt
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PersonAttempts = operation<PersonAttemptsQuery, PersonAttemptsQueryVariables>(`query PersonAttempts($partnerId: ID!, $first: Int = 20, $after: String) {
  partner(id: $partnerId) {
    id
    people(first: $first, after: $after) {
      edges {
        node {
          id
          name
          attempts {
            id
            number
            course {
              id
              title
            }
            questions {
              name
              text
              options {
                name
                text
              }
            }
            startedAt
            finishedAt
            scorePercent
            hasPassed
            pools {
              name
              asked
              right
            }
          }
        }
      }
      pageInfo {
        ...NextPage
      }
    }
  }
}

fragment NextPage on PageInfo {
  hasNextPage
  endCursor
}`);

export const PublishAssessment = operation<PublishAssessmentMutation, PublishAssessmentMutationVariables>(`mutation PublishAssessment($input: PublishAssessmentInput!) {
  publishAssessment(input: $input) {
    assessment {
      questions
      passPercent
      attempts
      coolDownDays
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const PublishScenario = operation<PublishScenarioMutation, PublishScenarioMutationVariables>(`mutation PublishScenario($input: PublishScenarioInput!) {
  publishScenario(input: $input) {
    scenario {
      id
      name
      title
      best
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RecordCompletions = operation<RecordCompletionsMutation, RecordCompletionsMutationVariables>(`mutation RecordCompletions($completions: [CompletionInput!]!, $dryRun: Boolean = false) {
  recordCompletions(input: {completions: $completions, dryRun: $dryRun}) {
    results {
      index
      outcome
      code
      field
      message
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const RecordStatements = operation<RecordStatementsMutation, RecordStatementsMutationVariables>(`mutation RecordStatements($statements: String!) {
  recordStatements(input: {statements: $statements}) {
    results {
      index
      outcome
      field
      message
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const Scenarios = operation<ScenariosQuery, ScenariosQueryVariables>(`query Scenarios {
  scenarios {
    id
    name
    title
    summary
    best
    board {
      rank
      score
      person {
        ...PersonName
      }
    }
  }
}

fragment PersonName on Person {
  id
  name
}`);

export const StartAttempt = operation<StartAttemptMutation, StartAttemptMutationVariables>(`mutation StartAttempt($personId: ID!, $course: String!) {
  startAttempt(input: {personId: $personId, course: $course}) {
    attempt {
      id
      number
      course {
        id
        title
      }
      questions {
        name
        text
        options {
          name
          text
        }
      }
    }
    userErrors {
      ...Refusal
      until
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const StartSimulation = operation<StartSimulationMutation, StartSimulationMutationVariables>(`mutation StartSimulation($personId: ID!, $scenario: String!) {
  startSimulation(input: {personId: $personId, scenario: $scenario}) {
    play {
      ...PlayState
    }
    userErrors {
      ...Refusal
    }
  }
}

fragment PlayState on Play {
  id
  scenario {
    id
    title
    best
  }
  scene {
    name
    text
    choices {
      name
      text
    }
  }
  steps {
    scene
    choice
    points
    why
  }
  score
  percent
  finishedAt
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const TrainingForTier = operation<TrainingForTierQuery, TrainingForTierQueryVariables>(`query TrainingForTier($partnerId: ID!) {
  partner(id: $partnerId) {
    id
    tierStatus {
      tier {
        id
        title
      }
      next {
        id
        tier {
          id
          title
        }
        training {
          measure
          title
          needed
          closes
          assignments {
            person {
              ...PersonName
            }
            courses {
              id
              name
              title
            }
          }
        }
      }
    }
  }
}

fragment PersonName on Person {
  id
  name
}`);

export const JobQueues = operation<JobQueuesQuery, JobQueuesQueryVariables>(`query JobQueues {
  partnersJobs {
    ...Queue
  }
  metricsJobs {
    ...Queue
  }
  benefitsJobs {
    ...Queue
  }
  enablementJobs {
    ...Queue
  }
}

fragment Queue on JobQueue {
  pending
  dead {
    id
    task
    attempts
    lastError
  }
}`);

export const RebuildRollups = operation<RebuildRollupsMutation, RebuildRollupsMutationVariables>(`mutation RebuildRollups($partnerIds: [ID!]!) {
  rebuildRollups(input: {partnerIds: $partnerIds}) {
    partners
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const ReconcileLedger = operation<ReconcileLedgerQuery, ReconcileLedgerQueryVariables>(`query ReconcileLedger($after: String) {
  reconcileLedger(after: $after) {
    checked
    total
    next
    faults {
      partnerId
      kind
      subject
      expected
      found
    }
    digests {
      partnerId
      facts
      factsDigest
      periods
      periodsDigest
    }
  }
}`);

export const ReconcileRollups = operation<ReconcileRollupsQuery, ReconcileRollupsQueryVariables>(`query ReconcileRollups($first: Int = 200, $after: String) {
  reconcileRollups(first: $first, after: $after) {
    checked
    total
    faults {
      partnerId
      table
      on
      series
      expected
      found
    }
    digests {
      partnerId
      facts
      factsDigest
      periods
      periodsDigest
    }
    next
  }
}`);

export const SettleLedgers = operation<SettleLedgersMutation, SettleLedgersMutationVariables>(`mutation SettleLedgers($partnerIds: [ID!]!) {
  settleLedgers(input: {partnerIds: $partnerIds}) {
    partners
    userErrors {
      ...Refusal
    }
  }
}

fragment Refusal on UserError {
  code
  field
  message
}`);

export const TierDigests = operation<TierDigestsQuery, TierDigestsQueryVariables>(`query TierDigests($first: Int = 200, $after: String) {
  tierDigests(first: $first, after: $after) {
    digests {
      partnerId
      periods
      periodsDigest
    }
    total
    next
  }
}`);

export const VerifyDecisions = operation<VerifyDecisionsQuery, VerifyDecisionsQueryVariables>(`query VerifyDecisions($partnerId: ID, $first: Int = 500, $after: String) {
  verifyDecisions(partnerId: $partnerId, first: $first, after: $after) {
    checked
    total
    faults {
      partnerId
      decisionId
      sequence
      kind
      expected
      found
    }
    next
  }
}`);
