import {Buffer} from 'node:buffer';

type Tree = string | {readonly [key: string]: Tree};

const lengthOf = (type: number, length: number): Buffer =>
	length < 15 ? Buffer.from([(type << 4) | length]) : Buffer.from([(type << 4) | 15, 0x11, length >> 8, length & 0xff]);

/** A binary property list of texts and dictionaries. The same text is one object, as Apple's own writer makes it. */
export const binaryPropertyList = (top: Tree): Uint8Array => {
	const objects: Buffer[] = [];
	const known = new Map<string, number>();
	const add = (tree: Tree): number => {
		if (typeof tree === 'string') {
			const index = known.get(tree) ?? objects.push(Buffer.concat([lengthOf(5, tree.length), Buffer.from(tree, 'latin1')])) - 1;
			known.set(tree, index);
			return index;
		}

		const keys = Object.keys(tree).map(add);
		const values = Object.values(tree).map(add);
		return objects.push(Buffer.concat([lengthOf(0xd, keys.length), Buffer.from([...keys, ...values])])) - 1;
	};

	const topIndex = add(top);
	const offsets: number[] = [];
	let position = 8;
	for (const object of objects) {
		offsets.push(position);
		position += object.length;
	}

	const table = Buffer.alloc(objects.length * 2);
	for (const [index, offset] of offsets.entries()) {
		table.writeUInt16BE(offset, index * 2);
	}

	const trailer = Buffer.alloc(32);
	trailer[6] = 2;
	trailer[7] = 1;
	trailer.writeBigUInt64BE(BigInt(objects.length), 8);
	trailer.writeBigUInt64BE(BigInt(topIndex), 16);
	trailer.writeBigUInt64BE(BigInt(position), 24);
	return Buffer.concat([Buffer.from('bplist00'), ...objects, table, trailer]);
};
