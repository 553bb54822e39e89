import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_subtitles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`video_id\` text(36) NOT NULL,
  	\`variety_id\` text(36) NOT NULL,
  	\`file_id\` text(36),
  	\`origin\` text DEFAULT 'human' NOT NULL,
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`approved_hash\` text,
  	\`approved_file_id\` text(36),
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_subtitles\`("id", "video_id", "variety_id", "file_id", "origin", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at") SELECT "id", "video_id", "variety_id", "file_id", "origin", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at" FROM \`subtitles\`;`)
  await db.run(sql`DROP TABLE \`subtitles\`;`)
  await db.run(sql`ALTER TABLE \`__new_subtitles\` RENAME TO \`subtitles\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`subtitles_video_idx\` ON \`subtitles\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_variety_idx\` ON \`subtitles\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_file_idx\` ON \`subtitles\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_by_idx\` ON \`subtitles\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_file_idx\` ON \`subtitles\` (\`approved_file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_office_idx\` ON \`subtitles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_updated_at_idx\` ON \`subtitles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_created_at_idx\` ON \`subtitles\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_subtitles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`video_id\` text(36) NOT NULL,
  	\`variety_id\` text(36) NOT NULL,
  	\`file_id\` text(36) NOT NULL,
  	\`origin\` text DEFAULT 'human' NOT NULL,
  	\`approved_by_id\` text(36),
  	\`approved_at\` text,
  	\`approved_hash\` text,
  	\`approved_file_id\` text(36),
  	\`office_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`video_id\`) REFERENCES \`videos\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`variety_id\`) REFERENCES \`varieties\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`approved_file_id\`) REFERENCES \`files\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`office_id\`) REFERENCES \`offices\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`INSERT INTO \`__new_subtitles\`("id", "video_id", "variety_id", "file_id", "origin", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at") SELECT "id", "video_id", "variety_id", "file_id", "origin", "approved_by_id", "approved_at", "approved_hash", "approved_file_id", "office_id", "updated_at", "created_at" FROM \`subtitles\`;`)
  await db.run(sql`DROP TABLE \`subtitles\`;`)
  await db.run(sql`ALTER TABLE \`__new_subtitles\` RENAME TO \`subtitles\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`subtitles_video_idx\` ON \`subtitles\` (\`video_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_variety_idx\` ON \`subtitles\` (\`variety_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_file_idx\` ON \`subtitles\` (\`file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_by_idx\` ON \`subtitles\` (\`approved_by_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_approved_file_idx\` ON \`subtitles\` (\`approved_file_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_office_idx\` ON \`subtitles\` (\`office_id\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_updated_at_idx\` ON \`subtitles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`subtitles_created_at_idx\` ON \`subtitles\` (\`created_at\`);`)
}
