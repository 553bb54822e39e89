import { withPayload } from '@payloadcms/next/withPayload'

/** Next serves the admin and Payload's REST only. `compress` would buffer event streams; Express compresses what is ours. */
const config = {
  basePath: process.env.BASE_PATH || undefined,
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
  typescript: { tsconfigPath: 'src/app/tsconfig.json', ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-sqlite',
    '@payloadcms/db-mongodb',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
    'sharp',
    'chinese-days',
    'libsql',
    '@libsql/client',
    'mongoose',
    'pino',
    // It calls itself CommonJS and offers bundlers an ES module; Turbopack refuses that.
    'chinese-days',
    // They find their binaries by their own place on the disk.
    '@ffmpeg-installer/ffmpeg',
    '@ffprobe-installer/ffprobe',
    'fluent-ffmpeg',
  ],
}

export default withPayload(config)
