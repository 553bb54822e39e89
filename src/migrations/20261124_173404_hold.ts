import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`handed_at\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`held_at\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`let_go_at\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`let_go_by\` text;`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`let_go_why\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`handed_at\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`held_at\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`let_go_at\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`let_go_by\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`let_go_why\`;`)
}
