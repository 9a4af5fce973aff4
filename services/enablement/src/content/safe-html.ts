import MarkdownIt from "markdown-it";

/**
 * HTML of a Markdown text (CommonMark and tables) that a page can show as it is: HTML inside of it is shown as text, links
 * go by https or mail only and send their target no referrer, and nothing is loaded from elsewhere.
 */
export const safeHtml = (markdown: string): string => renderer.render(markdown);

const renderer = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable("image");
renderer.validateLink = (url) => /^(https:|mailto:|#)/i.test(url.trim());
const renderLink = renderer.renderer.rules.link_open;
renderer.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index]?.attrSet("rel", "noopener noreferrer nofollow");
  return renderLink?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
};
