import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`campaigns_bans\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`item_key\` text NOT NULL,
  	\`segment_key\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_bans_order_idx\` ON \`campaigns_bans\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_bans_parent_id_idx\` ON \`campaigns_bans\` (\`_parent_id\`);`)
  await db.run(sql`ALTER TABLE \`articles\` ADD \`commission\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_commission_idx\` ON \`articles\` (\`commission\`);`)
  await db.run(sql`ALTER TABLE \`_articles_v\` ADD \`version_commission\` text;`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_commission_idx\` ON \`_articles_v\` (\`version_commission\`);`)
  await db.run(sql`ALTER TABLE \`videos\` ADD \`commission\` text;`)
  await db.run(sql`CREATE UNIQUE INDEX \`videos_commission_idx\` ON \`videos\` (\`commission\`);`)
  await db.run(sql`ALTER TABLE \`_videos_v\` ADD \`version_commission\` text;`)
  await db.run(sql`CREATE INDEX \`_videos_v_version_version_commission_idx\` ON \`_videos_v\` (\`version_commission\`);`)
  await db.run(sql`ALTER TABLE \`deliveries\` ADD \`pinned\` integer DEFAULT false;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`campaigns_bans\`;`)
  await db.run(sql`DROP INDEX \`articles_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`articles\` DROP COLUMN \`commission\`;`)
  await db.run(sql`DROP INDEX \`_articles_v_version_version_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`_articles_v\` DROP COLUMN \`version_commission\`;`)
  await db.run(sql`DROP INDEX \`videos_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`videos\` DROP COLUMN \`commission\`;`)
  await db.run(sql`DROP INDEX \`_videos_v_version_version_commission_idx\`;`)
  await db.run(sql`ALTER TABLE \`_videos_v\` DROP COLUMN \`version_commission\`;`)
  await db.run(sql`ALTER TABLE \`deliveries\` DROP COLUMN \`pinned\`;`)
}
