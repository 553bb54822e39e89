# The second path: one image for the whole product. The first path, `npm start`, needs none of this.
FROM node:20-bookworm-slim

RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg fonts-noto-cjk \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY package.json package-lock.json ./
COPY src/launch.mjs src/launch.mjs
COPY src/launch src/launch
RUN npm ci --include=dev --no-audit --no-fund

COPY . .
# Baked into the admin: another BASE_PATH needs another image.
ARG BASE_PATH=
RUN BASE_PATH=$BASE_PATH npm run build \
 && mkdir -p /data && chown -R node:node /data dist .next

ENV NODE_ENV=production DATA_DIR=/data BASE_PATH=$BASE_PATH
VOLUME /data
EXPOSE 3000
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
  CMD node -e "fetch('http://localhost:'+(process.env.PORT||3000)+(process.env.BASE_PATH||'')+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "src/launch.mjs", "start"]
