import type {Service} from './service.js';

/** Whether two readings of a service say the same. */
export const isSameService = (a: Service | null, b: Service | null): boolean => {
	if (a === b || a === null || b === null) {
		return a === b;
	}

	return (Object.keys(a) as (keyof Service)[]).every(key => a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key]));
};
