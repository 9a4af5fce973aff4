import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "@tiergraph/installation/root";
import { refusalTextsOf } from "@tiergraph/kit/values/refusal-table";
import { type Catalogue, messageTextsOf } from "@tiergraph/schema/messages";

/** What a catalogue need not have: a text that is made elsewhere. */
const IS_PLACEHOLDER = /^\{\w+\}$/;

/**
 * Every message that code declares, in English, by its id: what `*.refusals.ts` and `*.messages.ts` export.
 *
 * @throws where two modules declare the same id
 */
export async function declaredMessages(): Promise<Catalogue> {
  const files = ["services", "gateway"].flatMap((home) =>
    fs.readdirSync(path.join(ROOT, home)).flatMap((part) => modulesIn(path.join(ROOT, home, part, "dist"))),
  );
  const declared = new Map<string, string>();
  for (const file of files.sort()) {
    const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
    for (const value of Object.values(exported)) {
      const { subject, texts } = messageTextsOf(value) ?? refusalTextsOf(value) ?? { subject: "", texts: {} };
      for (const [name, text] of Object.entries(texts)) {
        const id = `${subject}.${name}`;
        if (declared.has(id)) throw new Error(`${file} declares ${id}, which another module has`);
        if (!IS_PLACEHOLDER.test(text)) declared.set(id, text);
      }
    }
  }
  return Object.fromEntries([...declared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A catalogue as it is committed. */
export const catalogueText = (catalogue: Catalogue): string => `${JSON.stringify(catalogue, null, 2)}\n`;

const modulesIn = (folder: string): string[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(refusals|messages)\.js$/.test(file) && !file.startsWith("bundle"))
        .map((file) => path.join(folder, file))
    : [];
