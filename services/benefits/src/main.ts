import { runService } from "@tiergraph/kit/process/run-service";
import { openBenefits } from "./service.js";

await runService("benefits", openBenefits, process.env);
