# syntax=docker/dockerfile:1
# One image for every process of Tiergraph: see gateway/installation/README.md#images.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile \
  && npx tsc -b \
  && node gateway/bundle.mjs \
  && node gateway/playground/build.mjs

FROM node:22-bookworm-slim
WORKDIR /app
# Processes are bundled with all that they load: nothing is installed here, and there is no package manager to run.
COPY --from=build /app/gateway/server/dist/bundle gateway/server/dist/bundle
COPY --from=build /app/gateway/playground/dist/app gateway/playground/dist/app
COPY --from=build /app/schema/supergraph.graphql schema/supergraph.graphql
COPY --from=build /app/schema/api.graphql schema/api.graphql
COPY --from=build /app/schema/operations schema/operations
COPY --from=build /app/schema/messages schema/messages
COPY --from=build /app/services/program/examples services/program/examples
COPY --from=build /app/package.json package.json
COPY --from=build /app/LICENSE LICENSE
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
  && mkdir /data && chown node:node /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 TIERGRAPH_DATA=/data TIERGRAPH_FILES=/data/files
USER node
VOLUME /data
EXPOSE 4000
# Ready or not is for the platform to ask: this only says that the process lives.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=64"]
# Others: main-gateway, partners, metrics, benefits, enablement, command-migrate.
CMD ["gateway/server/dist/bundle/main.js"]
