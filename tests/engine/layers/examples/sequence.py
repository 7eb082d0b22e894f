"""Recurrent layers, attention and positions."""

from __future__ import annotations

from engine.layers import GRU, LSTM, MultiHeadAttention, PositionalEncoding, SimpleRNN

SEQUENCE = ((5, 3),)
ONE_STEP = ((1, 2),)
ONE_FEATURE = ((4, 1),)

EXAMPLES = {
    "SimpleRNN": (
        (SimpleRNN(units=3), SEQUENCE),
        (SimpleRNN(units=2, return_sequences=True, use_bias=False), SEQUENCE),
        (SimpleRNN(units=1, activation="sigmoid", bidirectional=True), ONE_FEATURE),
        (SimpleRNN(units=3, activation="softmax", bidirectional=True, return_sequences=True), SEQUENCE),
        (SimpleRNN(units=2, activation="relu"), SEQUENCE),
        (SimpleRNN(units=2, activation="linear", return_sequences=True), ONE_STEP),
    ),
    "LSTM": (
        (LSTM(units=3), SEQUENCE),
        (LSTM(units=2, return_sequences=True, use_bias=False), SEQUENCE),
        (LSTM(units=1, bidirectional=True, unit_forget_bias=False), ONE_FEATURE),
        (LSTM(units=2, bidirectional=True, return_sequences=True), SEQUENCE),
        (LSTM(units=3, activation="softmax", recurrent_activation="softmax", return_sequences=True), SEQUENCE),
        (LSTM(units=2, activation="linear", recurrent_activation="tanh"), ONE_FEATURE),
        (LSTM(units=2), ONE_STEP),
    ),
    "GRU": (
        (GRU(units=3), SEQUENCE),
        (GRU(units=3, reset_after=False), SEQUENCE),
        (GRU(units=2, return_sequences=True, use_bias=False), SEQUENCE),
        (GRU(units=2, return_sequences=True, use_bias=False, reset_after=False), SEQUENCE),
        (GRU(units=1, bidirectional=True), ONE_FEATURE),
        (GRU(units=2, bidirectional=True, return_sequences=True), SEQUENCE),
        (GRU(units=2, bidirectional=True, return_sequences=True, reset_after=False), SEQUENCE),
        (GRU(units=3, activation="softmax", recurrent_activation="softmax", return_sequences=True), SEQUENCE),
        (GRU(units=3, activation="softmax", recurrent_activation="softmax", reset_after=False), SEQUENCE),
        (GRU(units=2, activation="linear", recurrent_activation="tanh"), ONE_FEATURE),
        (GRU(units=2), ONE_STEP),
    ),
    "MultiHeadAttention": (
        (MultiHeadAttention(num_heads=2, key_dim=2), SEQUENCE),
        (MultiHeadAttention(num_heads=1, key_dim=3, use_bias=False), SEQUENCE),
        (MultiHeadAttention(num_heads=3, key_dim=1, causal=True), SEQUENCE),
        (MultiHeadAttention(num_heads=2, key_dim=2, dropout=0.4), SEQUENCE),
        (MultiHeadAttention(num_heads=2, key_dim=2, dropout=0.4, causal=True), ONE_FEATURE),
        (MultiHeadAttention(num_heads=2, key_dim=2, causal=True), ONE_STEP),
    ),
    "PositionalEncoding": (
        (PositionalEncoding(), SEQUENCE),
        (PositionalEncoding(), ((4, 6),)),
        (PositionalEncoding(), ONE_STEP),
        (PositionalEncoding(), ONE_FEATURE),
    ),
}
