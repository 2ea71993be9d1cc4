/** An open file as `/proc/PID/fdinfo/N` has it. `position`: bytes from the beginning, 0 in whatever has none, such as a pipe. */
type DescriptorInfo = {position: number; isWritable: boolean};

/** O_ACCMODE of open(2): 0 to read, 1 to write, 2 for both. */
const accessMask = 0b11;

/** `null`: neither position nor flags. Source: proc_pid_fdinfo(5); the flags are octal. */
export const parseFdinfo = (text: string): DescriptorInfo | null => {
	const position = /^pos:[ \t]{0,9}(\d{1,19})$/m.exec(text)?.[1];
	const flags = /^flags:[ \t]{0,9}([0-7]{1,15})$/m.exec(text)?.[1];
	return position === undefined || flags === undefined
		? null
		: {position: Number(position), isWritable: (Number.parseInt(flags, 8) & accessMask) !== 0};
};
