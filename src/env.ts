import { z } from 'zod'
import { CodedError } from './lib/errors'
import { isZone } from './lib/zone'

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0'])
  .transform((word) => word === 'on' || word === 'true' || word === '1')

const port = z.coerce.number().int().min(0).max(65535)

const schema = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
    PORT: port.default(3000),
    HOST: z.string().min(1).default('0.0.0.0'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    BASE_PATH: z
      .string()
      .regex(/^(\/[\w.-]+)*$/, 'must be empty or like /pufa')
      .default(''),
    DATABASE_URL: z
      .string()
      .regex(/^(file:.+|mongodb(\+srv)?:\/\/.+)$/, 'must start with file: or mongodb://')
      .optional(),
    PAYLOAD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    DATA_DIR: z.string().min(1).default('var'),
    ROLE: z.enum(['all', 'web', 'worker']).default('all'),
    DEMO: flag.default(true),
    UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(4096).default(2048),
    SITE_TIMEZONE: z
      .string()
      .refine(isZone, 'must be an IANA time zone such as Asia/Shanghai')
      .default('Asia/Shanghai'),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    METRICS_TOKEN: z.string().min(16).optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().optional(),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    FFMPEG_PATH: z.string().optional(),
    FFPROBE_PATH: z.string().optional(),
    CHROMIUM_PATH: z.string().optional(),
    DATABASE_URL_TEST: z.string().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .superRefine((env, context) => {
    if (env.DATABASE_URL?.startsWith('mongodb') && !env.PAYLOAD_SECRET)
      context.addIssue({
        code: 'custom',
        path: ['PAYLOAD_SECRET'],
        message: 'is required when DATABASE_URL is a MongoDB server',
      })
  })

export type Env = Readonly<
  Omit<z.infer<typeof schema>, 'DATABASE_URL' | 'PUBLIC_URL'> & { DATABASE_URL: string; PUBLIC_URL: string }
>

/**
 * Reads and checks the environment. An empty string counts as absent, as in a compose file.
 * @throws CodedError `env-invalid` that lists every fault, one a line.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new CodedError('env-invalid', faults.join('\n'), { faults })
  }
  const env = result.data
  return Object.freeze({
    ...env,
    DATABASE_URL: env.DATABASE_URL ?? `file:${env.DATA_DIR}/mingbai.db`,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}${env.BASE_PATH}`).replace(/\/$/, ''),
  })
}
