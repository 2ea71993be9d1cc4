// Draws the pictures of media/: the explorer on the built-in Mac, still and moving, in every language, light and dark.
//   npm run media
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {createViteServer} from 'vitest/node';

process.env.TZ = 'UTC';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const server = await createViteServer({
	root,
	configFile: false,
	logLevel: 'error',
	appType: 'custom',
	define: {__VERSION__: '"media"'},
	optimizeDeps: {noDiscovery: true},
	server: {middlewareMode: true, watch: null, hmr: false, ws: false},
});
try {
	await server.ssrLoadModule('/source/polyfills.ts');
	const {mediaFiles} = await server.ssrLoadModule('/test/support/media.ts');
	for (const [name, svg] of await mediaFiles()) {
		fs.writeFileSync(path.join(root, 'media', name), svg);
		process.stdout.write(`${name}  ${(Buffer.byteLength(svg) / 1024).toFixed(1)} KB\n`);
	}
} finally {
	await server.close();
}
