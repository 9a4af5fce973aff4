import { runService } from "@tiergraph/kit/process/run-service";
import { openPartners } from "./service.js";

await runService("partners", openPartners, process.env);
