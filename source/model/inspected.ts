import type {Article} from './article.js';
import type {ConfigDocument} from './config.js';
import type {ServiceDetails} from './details.js';
import type {LogPage} from './log.js';
import type {ProcessKey} from './process.js';
import type {Problem} from './snapshot.js';
import type {ProcessSockets} from './socket.js';

/** What can be asked about one process alone; `null`: there is nothing of the sort, or nobody to ask. */
export type Parts = {
	details: ServiceDetails | null;
	sockets: ProcessSockets | null;
	config: ConfigDocument | null;
	logs: LogPage | null;
	article: Article | null;
};

export type PartId = keyof Parts;

export type Answered<Part extends PartId> = {value: Parts[Part]; problem: Problem | null};

/** What has been answered about one process; a part that is missing was not asked, or is being asked. */
export type Inspected = {key: ProcessKey; parts: {readonly [Part in PartId]?: Answered<Part>}};
