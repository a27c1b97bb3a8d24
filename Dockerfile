# 考核服务的容器镜像。构建时需要 npm 源和这两个基础镜像；运行时不访问外网。说明见 docs/operate.md。
ARG BASE=debian:bookworm-slim
ARG BUILD=node:24-bookworm-slim

FROM ${BUILD} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
COPY shared-rules/package.json shared-rules/
COPY service/package.json service/
COPY addin/package.json addin/
RUN npm ci
COPY . .
RUN npm run build
RUN npm run bundle -- --out /kaohe

FROM ${BASE}
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/kaohe --shell /usr/sbin/nologin kaohe
COPY --from=build /kaohe /opt/kaohe
WORKDIR /opt/kaohe
USER kaohe
VOLUME /var/lib/kaohe
ENV NODE_ENV=production DATABASE_URL=sqlite:/var/lib/kaohe/kaohe.db PORT=3000
# 编译结果留在数据卷里，下次启动更快。
ENV NODE_COMPILE_CACHE=/var/lib/kaohe/compiled
EXPOSE 3000
HEALTHCHECK --start-period=30s CMD ["node_modules/.bin/node", "service/deploy/healthy.mjs"]
# 收到停止信号后最多用 20 秒答完手上的请求：docker stop -t 30。
ENTRYPOINT ["node_modules/.bin/node", "--min-semi-space-size=8", "--max-semi-space-size=8", "service/src/main.ts"]
