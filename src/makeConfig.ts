import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import path from 'node:path'
import { buildConfig, type CollectionConfig, type Config } from 'payload'
import sharp from 'sharp'
import { collections, demandWeights, settings } from '../collections'
import type { Env } from './env'
import { migrations } from './migrations'

/** Assembles the Payload config for one environment. No side effects: it happens more than once in a process. */
export function makeConfig(env: Env) {
  return buildConfig({
    secret: env.PAYLOAD_SECRET ?? '',
    routes: { admin: '/admin', api: '/api' },
    collections: collections.map((collection) => storedIn(env, collection)),
    globals: [settings, demandWeights],
    editor: lexicalEditor(),
    sharp,
    db: database(env),
    i18n: {
      supportedLanguages: { zh, en },
      fallbackLanguage: 'zh',
      // An empty cell of a list is a dash, not “<没有 投放>”.
      translations: { zh: { general: { noLabel: '—' } }, en: { general: { noLabel: '—' } } },
    },
    admin: {
      user: 'users',
      importMap: {
        baseDir: path.resolve(process.cwd()),
        importMapFile: path.resolve('src/app/(payload)/admin/importMap.js'),
      },
      meta: {
        titleSuffix: ' · 明白',
        title: '明白',
        icons: [{ rel: 'icon', url: `${env.BASE_PATH}/favicon.ico`, type: 'image/svg+xml' }],
      },
      dateFormat: 'yyyy-MM-dd HH:mm',
      avatar: 'default',
      livePreview: {
        collections: ['articles', 'videos'],
        url: ({ collectionConfig, data }) =>
          data?.id ? `${env.BASE_PATH}/api/staff/preview/${collectionConfig?.slug}/${data.id}` : null,
        breakpoints: [
          { name: 'phone', label: '手机 / Phone', width: 375, height: 740 },
          { name: 'desktop', label: '电脑 / Desktop', width: 1100, height: 800 },
        ],
      },
      components: {
        Nav: '/src/admin/Nav#Nav',
        header: ['/src/admin/DemoBanner#DemoBanner'],
        providers: ['/src/admin/StaffGate#StaffGate'],
        graphics: { Logo: '/src/admin/Brand#Logo', Icon: '/src/admin/Brand#Icon' },
        views: {
          dashboard: { Component: '/src/admin/views/Desk#Desk' },
          plan: { Component: '/src/admin/views/Plan#Plan', path: '/plan' },
          report: { Component: '/src/admin/views/Report#Report', path: '/report' },
        },
      },
    },
    typescript: { autoGenerate: false, outputFile: path.resolve('src/payload-types.ts') },
    graphQL: { disable: true },
    telemetry: false,
    // Hooks have no environment of their own: where ffprobe is, for telling what an uploaded file is.
    custom: { tools: { FFMPEG_PATH: env.FFMPEG_PATH, FFPROBE_PATH: env.FFPROBE_PATH } },
    logger: { options: { level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL } },
    // A refusal in words for the person at the form is no fault of the product.
    loggingLevels: { AuthenticationError: 'info', CodedError: 'info', LockedAuth: 'info' } as Config['loggingLevels'],
    debug: false,
    maxDepth: 3,
    upload: {
      limits: { fileSize: env.UPLOAD_MAX_MB * 1024 * 1024 },
      // Room above one file: the limit of the file is the one that speaks in words a person understands.
      requestSizeLimit: (env.UPLOAD_MAX_MB * 2 + 8) * 1024 * 1024,
      responseOnLimit: `文件太大：一个文件最多 ${env.UPLOAD_MAX_MB} MB，请压缩或剪短后再上传。 / At most ${env.UPLOAD_MAX_MB} MB a file.`,
      abortOnLimit: true,
      useTempFiles: true,
      tempFileDir: path.resolve(env.DATA_DIR, 'tmp'),
    },
    jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
  })
}

function database(env: Env) {
  if (env.DATABASE_URL.startsWith('mongodb'))
    return mongooseAdapter({ url: env.DATABASE_URL, transactionOptions: false })
  return sqliteAdapter({
    client: { url: env.DATABASE_URL },
    idType: 'uuidv7',
    wal: true,
    busyTimeout: 5000,
    push: false,
    migrationDir: path.resolve('src/migrations'),
    prodMigrations: migrations,
  })
}

/** Uploads live in the data directory, one folder a collection, never beside the code. */
function storedIn(env: Env, collection: CollectionConfig): CollectionConfig {
  if (!collection.upload || collection.upload === true) return collection
  return {
    ...collection,
    upload: { ...collection.upload, staticDir: path.resolve(env.DATA_DIR, 'uploads', collection.slug) },
  }
}
