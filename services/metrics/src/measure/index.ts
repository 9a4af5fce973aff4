export { EvidenceEdgeResolver } from "./evidence.graphql.js";
export { kindsMeasured } from "./kinds-measured.js";
export { measureReads } from "./measure.reads.js";
export { MAX_FACTS } from "./measure-known-at.reads.js";
export { type MeasureReaders, measurePartners } from "./measure-partners.reads.js";
export { MeasuredPartnerResolver, Measurement, MeasurementResolver, MeasureUnitName } from "./measurement.graphql.js";
export { type MeasureUnit, unitOf } from "./measurement-node.js";
export { onPartnersMeasurable } from "./on-partners-measurable.js";
export { onPlacementStarted } from "./on-placement-started.js";
