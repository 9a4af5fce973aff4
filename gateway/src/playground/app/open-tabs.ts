import { Kind, parse, type TypeNode } from "graphql";
import type { PlaygroundOperation } from "../playground-config";

/**
 * The tabs of a first visit: one for each operation. On a later visit GraphiQL restores what the analyst left, and
 * operations that the gateway has learnt since are added to it; one that the analyst closed stays closed.
 */
export function openTabs(operations: PlaygroundOperation[], storage: Storage): TabContent[] {
  const tabs = operations.map((operation) => ({ operation, content: tabOf(operation) }));
  const stored = readJson(storage, STORED_TABS);
  if (isStoredTabs(stored)) {
    const alreadyOffered = readJson(storage, OFFERED_OPERATIONS);
    const offered = new Set<unknown>(Array.isArray(alreadyOffered) ? alreadyOffered : []);
    const kept = new Set(stored.tabs.map((tab) => tab.query));
    const added = tabs
      .filter(({ operation }) => !offered.has(operation.name) && !kept.has(operation.source))
      .map(({ operation, content }) => storedTab(operation, content));
    if (added.length > 0) {
      storage.setItem(STORED_TABS, JSON.stringify({ ...stored, tabs: [...stored.tabs, ...added] }));
    }
  }
  const first = tabs[0]?.content;
  if (!isStoredTabs(stored) && first !== undefined) {
    // GraphiQL fills its editors from what it stored, not from its tabs: without this the first tab loses its variables.
    storage.setItem(STORED_QUERY, first.query);
    storage.setItem(STORED_VARIABLES, first.variables ?? "");
  }
  storage.setItem(OFFERED_OPERATIONS, JSON.stringify(operations.map(({ name }) => name)));
  return tabs.map(({ content }) => content);
}

type TabContent = { query: string; variables: string | null };

// GraphiQL's own keys, and ours under its prefix, so that its "clear storage" clears both.
const STORED_TABS = "graphiql:tabState";
const STORED_QUERY = "graphiql:query";
const STORED_VARIABLES = "graphiql:variables";
const OFFERED_OPERATIONS = "graphiql:offeredOperations";

function tabOf(operation: PlaygroundOperation): TabContent {
  const variables = operation.variables ?? requiredVariablesOf(operation.source);
  const isEmpty = Object.keys(variables).length === 0;
  return { query: operation.source, variables: isEmpty ? null : JSON.stringify(variables, null, 2) };
}

/** The variables that the operation cannot run without, each with an empty value to fill in. */
function requiredVariablesOf(source: string): Record<string, unknown> {
  const operation = parse(source).definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const required = (operation?.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) =>
    type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined
      ? [[variable.name.value, emptyValueOf(type.type)]]
      : [],
  );
  return Object.fromEntries(required);
}

function emptyValueOf(type: TypeNode): unknown {
  if (type.kind === Kind.LIST_TYPE) return [];
  return type.kind === Kind.NAMED_TYPE && type.name.value.endsWith("Input") ? {} : "";
}

type StoredTabs = { tabs: { query: unknown }[] };

function isStoredTabs(value: unknown): value is StoredTabs {
  if (typeof value !== "object" || value === null || !("tabs" in value) || !Array.isArray(value.tabs)) return false;
  return value.tabs.every((tab) => typeof tab === "object" && tab !== null && "query" in tab);
}

function storedTab(operation: PlaygroundOperation, content: TabContent) {
  return {
    id: `operation-${operation.name}`,
    hash: null,
    title: operation.title,
    ...content,
    headers: null,
    operationName: operation.title,
    response: null,
  };
}

function readJson(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? "null");
  } catch {
    // Something else wrote there; what cannot be read is as good as absent.
    return null;
  }
}
