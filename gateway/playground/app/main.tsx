import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./playground.css";
import { createRoot } from "react-dom/client";
import { loadConfig } from "./load-config";
import { Playground } from "./playground";

const container = document.getElementById("root");
if (container === null) throw new Error("index.html has no element with the id root");

createRoot(container).render(<Playground {...(await loadConfig())} />);
