import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useMemo, useState } from "react";
import type { PlaygroundConfig } from "../src/playground-config";
import { createGraphFetcher } from "./create-graph-fetcher";
import { openTabs } from "./open-tabs";
import { TokenPicker } from "./token-picker";
import { useToken } from "./use-token";

/** The whole page: a bar with the name and the token picker, GraphiQL below it. */
export function Playground({ config, notice }: { config: PlaygroundConfig; notice?: string }) {
  const { choice, choose, token } = useToken(config.roles);
  const [problem, setProblem] = useState<string>();
  const [tabs] = useState(() => openTabs(config.operations, window.localStorage));

  // A new fetcher is what makes GraphiQL ask for the schema again, as the new token sees it.
  const fetcher = useMemo(() => createGraphFetcher({ token, onProblem: setProblem }), [token]);
  const warning = problem ?? notice;

  return (
    <>
      <header className="playground-bar">
        <h1>Tiergraph playground</h1>
        {/* Always there, so that a screen reader announces the words when they arrive. */}
        <p role="alert">{warning}</p>
        <TokenPicker
          roles={config.roles}
          choice={choice}
          onChoose={(next) => {
            choose(next);
            // The examples are shown to who brings a token.
            if (next.kind === "own" && next.token !== "" && config.operations.length === 0) window.location.reload();
          }}
        />
      </header>
      <main className="playground-main">
        <GraphiQL
          fetcher={fetcher}
          plugins={PLUGINS}
          defaultTabs={tabs.length > 0 ? tabs : undefined}
          defaultQuery={WELCOME}
          defaultEditorToolsVisibility="variables"
          // Tokens live in the picker; a header that was typed in is forgotten with the tab.
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
        >
          <GraphiQL.Logo>{NO_LOGO}</GraphiQL.Logo>
        </GraphiQL>
      </main>
    </>
  );
}

// Made once: GraphiQL takes a plugin made again for another plugin.
const PLUGINS = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];

const NO_LOGO = <span />;

const WELCOME = "# Write an operation, or pick its fields in the explorer on the left. Ctrl-Enter runs it.\n";
