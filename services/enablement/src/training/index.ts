export { TrainedPartnerResolver, TrainedPersonResolver, TrainingResolver } from "./training.graphql.js";
export { trainingReads } from "./training.reads.js";
