package h264

// Values that the VUI gives for BT.709 (Tables E-3 to E-5), and for square
// samples and unspecified origin (Tables E-1 and E-2).
const (
	bt709             = 1
	squareSamples     = 1
	formatUnspecified = 5
)

// chromaCentre says that a chroma sample lies amid its four luma samples, as
// their mean does (Figure E-1).
const chromaCentre = 1

// Constrained Baseline (clause A.2.1.1): profile_idc 66 with
// constraint_set0_flag and constraint_set1_flag.
const (
	profileBaseline     = 66
	constraintSets0And1 = 0b1100_0000
)

// frameNumBits is the width of frame_num, the least there is.
const frameNumBits = 4

// headers say how a stream, a picture and its slice are coded.
type headers struct{ *Encoder }

// sps is the sequence parameter set (clause 7.3.2.1.1).
func (e headers) sps() []byte {
	var w writer
	w.u(8, profileBaseline)
	w.u(8, constraintSets0And1)
	w.u(8, e.level.idc)
	w.ue(0)                // seq_parameter_set_id
	w.ue(frameNumBits - 4) // log2_max_frame_num_minus4
	w.ue(2)                // pic_order_cnt_type: shown in the order decoded
	w.ue(1)                // max_num_ref_frames
	w.flag(false)          // gaps_in_frame_num_value_allowed_flag
	w.ue(e.columns - 1)
	w.ue(e.rows - 1)
	w.flag(true) // frame_mbs_only_flag
	w.flag(true) // direct_8x8_inference_flag
	e.cropping(&w)
	e.vui(&w)
	w.trailing()
	return appendNAL(nil, headSPS, w.out)
}

// cropping leaves out what fills the last macroblocks, in units of two luma
// samples (Table 6-1).
func (e headers) cropping(w *writer) {
	right, bottom := (16*e.columns-e.width)/2, (16*e.rows-e.height)/2
	w.flag(right > 0 || bottom > 0)
	if right > 0 || bottom > 0 {
		w.ue(0)
		w.ue(right)
		w.ue(0)
		w.ue(bottom)
	}
}

// vui is the video usability information (clause E.1.1): colour, time, and
// that no picture waits for another.
func (e headers) vui(w *writer) {
	w.flag(true)
	w.flag(true) // aspect_ratio_info_present_flag
	w.u(8, squareSamples)
	w.flag(false) // overscan_info_present_flag
	w.flag(true)  // video_signal_type_present_flag
	w.u(3, formatUnspecified)
	w.flag(false) // video_full_range_flag
	w.flag(true)  // colour_description_present_flag
	w.u(8, bt709)
	w.u(8, bt709)
	w.u(8, bt709)
	w.flag(true) // chroma_loc_info_present_flag
	w.ue(chromaCentre)
	w.ue(chromaCentre)
	w.flag(true)                // timing_info_present_flag
	w.u(32, 1)                  // num_units_in_tick, half a picture
	w.u(32, uint32(2*e.Rate())) // time_scale
	w.flag(true)                // fixed_frame_rate_flag
	w.flag(false)               // nal_hrd_parameters_present_flag
	w.flag(false)               // vcl_hrd_parameters_present_flag
	w.flag(false)               // pic_struct_present_flag
	restrictions(w)
}

// restrictions is what lets a decoder show each picture at once (clause
// E.2.1, bitstream_restriction_flag).
func restrictions(w *writer) {
	w.flag(true)
	w.flag(true) // motion_vectors_over_pic_boundaries_flag
	w.ue(0)      // max_bytes_per_pic_denom: no limit
	w.ue(0)      // max_bits_per_mb_denom: no limit
	w.ue(0)      // log2_max_mv_length_horizontal
	w.ue(0)      // log2_max_mv_length_vertical
	w.ue(0)      // max_num_reorder_frames
	w.ue(1)      // max_dec_frame_buffering
}

// pps is the picture parameter set (clause 7.3.2.2).
func (e headers) pps() []byte {
	var w writer
	w.ue(0)       // pic_parameter_set_id
	w.ue(0)       // seq_parameter_set_id
	w.flag(false) // entropy_coding_mode_flag: CAVLC
	w.flag(false) // bottom_field_pic_order_in_frame_present_flag
	w.ue(0)       // num_slice_groups_minus1
	w.ue(0)       // num_ref_idx_l0_default_active_minus1
	w.ue(0)       // num_ref_idx_l1_default_active_minus1
	w.flag(false) // weighted_pred_flag
	w.u(2, 0)     // weighted_bipred_idc
	w.se(e.quantiser - 26)
	w.se(0)       // pic_init_qs_minus26
	w.se(0)       // chroma_qp_index_offset
	w.flag(true)  // deblocking_filter_control_present_flag
	w.flag(false) // constrained_intra_pred_flag
	w.flag(false) // redundant_pic_cnt_present_flag
	w.trailing()
	return appendNAL(nil, headPPS, w.out)
}

// Slices of a kind that all slices of the picture share (Table 7-6).
const (
	allP = 5
	allI = 7
)

// deblockingOff is disable_deblocking_filter_idc: at the fine quantisers used
// here the filter has no block edges to hide and would blur letters.
const deblockingOff = 1

// sliceHeader begins the only slice of a picture (clause 7.3.3); qp is added
// to the quantiser of the parameter set.
func (e headers) sliceHeader(key bool, qp int) {
	w := &e.w
	w.ue(0) // first_mb_in_slice
	if key {
		w.ue(allI)
	} else {
		w.ue(allP)
	}
	w.ue(0) // pic_parameter_set_id
	w.u(frameNumBits, uint32(e.number))
	if key {
		w.ue(e.keys & 1) // idr_pic_id, unlike that of the IDR picture before
		w.flag(false)    // no_output_of_prior_pics_flag
		w.flag(false)    // long_term_reference_flag
	} else {
		w.flag(false) // num_ref_idx_active_override_flag
		w.flag(false) // ref_pic_list_modification_flag_l0
		w.flag(false) // adaptive_ref_pic_marking_mode_flag
	}
	w.se(qp - e.quantiser)
	w.ue(deblockingOff)
}
