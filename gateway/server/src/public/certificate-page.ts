import type { PublicCertification } from "./public-source.js";

/** A page that says whether a certificate holds; null for a code that nothing has. */
export function certificatePage(certification: PublicCertification | null): string {
  const body =
    certification === null
      ? "<h1>No certificate has this code</h1><p>Ask the person who showed it to you for the address again.</p>"
      : `<h1>${escaped(certification.title)}</h1>
<p class="${certification.isValid ? "valid" : "ended"}">${certification.isValid ? "Holds today" : "Does not hold today"}</p>
<dl><dt>Level</dt><dd>${escaped(certification.level)}</dd>
<dt>Issued</dt><dd>${escaped(certification.issuedOn)}</dd>
<dt>Holds until</dt><dd>${certification.expiresOn === null ? "for good" : `${escaped(certification.expiresOn)}, which is no longer one of its days`}</dd>
<dt>Check code</dt><dd><code>${escaped(certification.checkCode)}</code></dd></dl>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>Certificate</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1c2430}
h1{font-size:1.5rem}.valid{color:#0a6b3d;font-weight:600}.ended{color:#a3260f;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}dt{color:#5a6472}dd{margin:0}</style>
</head><body><main>${body}</main></body></html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
