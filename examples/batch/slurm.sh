#!/bin/sh
# A cluster with Slurm: an array of jobs, then one that waits for them.
#
#	id=$(sbatch --parsable examples/batch/slurm.sh)
#	sbatch --dependency=afterok:"$id" --wrap 'sharekit join parts/* --out kit'
#
# A part that failed is made again with sbatch --array=NUMBER.
#SBATCH --job-name=sharekit
#SBATCH --array=1-16
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
#SBATCH --time=00:30:00
set -eu
mkdir -p parts
# Not the number of tasks in this array: a part that is made again is alone in its own.
exec "${SHAREKIT:-sharekit}" kit --part "$SLURM_ARRAY_TASK_ID/16" --out "parts/$SLURM_ARRAY_TASK_ID"
