/** The section `weights`: tables of factors for terms of scores. */
export {
  factAttributeOf,
  factorFor,
  printWeights,
  readWeightOf,
  readWeights,
  type WeightFactor,
  type WeightTable,
} from "./weights.js";
