import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`segments_limits\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`share\` numeric,
  	\`floor\` numeric,
  	\`cap\` numeric,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`segments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`segments_limits_order_idx\` ON \`segments_limits\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`segments_limits_parent_id_idx\` ON \`segments_limits\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`segments_limits_topic_idx\` ON \`segments_limits\` (\`topic_id\`);`)
  await db.run(sql`CREATE TABLE \`offices_limits\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`topic_id\` text(36) NOT NULL,
  	\`share\` numeric,
  	\`floor\` numeric,
  	\`cap\` numeric,
  	FOREIGN KEY (\`topic_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`offices_limits_order_idx\` ON \`offices_limits\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`offices_limits_parent_id_idx\` ON \`offices_limits\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`offices_limits_topic_idx\` ON \`offices_limits\` (\`topic_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`segments_limits\`;`)
  await db.run(sql`DROP TABLE \`offices_limits\`;`)
}
