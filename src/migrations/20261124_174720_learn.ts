import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`channels\` ADD \`platform\` integer;`)
  await db.run(sql`ALTER TABLE \`figures\` ADD \`completions\` numeric;`)
  await db.run(sql`ALTER TABLE \`figures\` ADD \`batch\` text;`)
  await db.run(sql`CREATE INDEX \`figures_batch_idx\` ON \`figures\` (\`batch\`);`)
  await db.run(sql`ALTER TABLE \`demand_weights\` ADD \`explore\` numeric DEFAULT 0.05;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`figures_batch_idx\`;`)
  await db.run(sql`ALTER TABLE \`figures\` DROP COLUMN \`completions\`;`)
  await db.run(sql`ALTER TABLE \`figures\` DROP COLUMN \`batch\`;`)
  await db.run(sql`ALTER TABLE \`channels\` DROP COLUMN \`platform\`;`)
  await db.run(sql`ALTER TABLE \`demand_weights\` DROP COLUMN \`explore\`;`)
}
