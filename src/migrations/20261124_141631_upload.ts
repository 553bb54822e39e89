import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`files\` ADD \`kind\` text;`)
  await db.run(sql`ALTER TABLE \`files\` ADD \`upload\` text;`)
  await db.run(sql`CREATE INDEX \`files_kind_idx\` ON \`files\` (\`kind\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`files_upload_idx\` ON \`files\` (\`upload\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`files_kind_idx\`;`)
  await db.run(sql`DROP INDEX \`files_upload_idx\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`kind\`;`)
  await db.run(sql`ALTER TABLE \`files\` DROP COLUMN \`upload\`;`)
}
