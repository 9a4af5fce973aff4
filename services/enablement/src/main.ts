import { runService } from "@tiergraph/kit/process/run-service";
import { openEnablement } from "./service.js";

await runService("enablement", openEnablement, process.env);
